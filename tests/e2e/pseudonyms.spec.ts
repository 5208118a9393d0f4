/** A name becomes a letter on both screens; its owner reads the key, is warned before an export, and destroys it. */
import { expect, type Page, test } from "@playwright/test"
import { type Seat, selectWords, sitBothDown } from "../support/browsers"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { importTranscript, makeStudy, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const transcript = "Int. : Vous suivez madame Durand ?\nM7 : Oui, Durand, de Valence, depuis dix ans."

test.describe("names that become letters", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat
  let source: string
  let place: string

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    server = await startLiveServer()
    study = await makeStudy(server)
    ;[ana, ben] = await sitBothDown(browser, server.address)
    const { owner, ben: other, project } = study
    source = await importTranscript(server, owner, project, transcript, [owner.id, other.id])
    place = `/projects/${project}/sources/${source}`
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
    await server?.stop()
  })

  test("[S85] everywhere at once, on both screens, as one act; what still stands is said", async () => {
    for (const { page } of [ana, ben]) {
      await page.goto(`${place}/transcribe`)
      await expect(text(page)).toBeVisible()
    }
    await selectWords(ben.page, "Durand")
    await ben.page.keyboard.press("Alt+KeyN")
    const dialog = ben.page.getByRole("dialog", { name: say("pseudonyms.dialog.title") })
    await expect(dialog.getByLabel(say("pseudonyms.dialog.name"))).toHaveValue("Durand")
    await expect(dialog.getByText(say("pseudonyms.dialog.places", { count: 2 }))).toBeVisible()
    expect(await obstacles(ben.page)).toEqual([])
    await dialog.getByLabel(say("pseudonyms.dialog.name")).press("Enter")
    for (const { page } of [ana, ben]) {
      await expect(text(page)).toContainText("Vous suivez madame A ?")
      await expect(text(page)).toContainText("Oui, A, de Valence")
    }
    await text(ben.page).press("Control+z")
    await expect(text(ana.page)).toContainText("Oui, Durand, de Valence")
    await ben.page.reload()
    const panel = ben.page.getByRole("region", { name: say("pseudonyms.title") })
    await expect(panel.getByText(say("pseudonyms.standing", { count: 1 }))).toBeVisible()
    await panel.getByRole("button", { name: say("pseudonyms.replaceAll") }).click()
    await expect(text(ana.page)).toContainText("Vous suivez madame A ?")
  })

  test("[S85, S86, S87] its owner alone reads the key, is warned before an export, and destroys it", async () => {
    const { owner, ben: other, project } = study
    await owner.ask("POST", `/api/sources/${source}/pseudonyms`, { name: "Étude", stands: "un travail" })
    await ben.page.goto(`/projects/${project}/settings`)
    await expect(ben.page.getByText(say("pseudonyms.key.title"))).toBeHidden()
    const { page } = ana
    await page.goto(`/projects/${project}`)
    await page.getByRole("button", { name: say("overview.export.label") }).click()
    await page.getByRole("menuitem", { name: say("overview.export.json") }).click()
    const warning = page.getByRole("alertdialog", { name: say("pseudonyms.export.title", { count: 1 }) })
    await expect(warning).toContainText(say("pseudonyms.export.elsewhere"))
    const downloaded = page.waitForEvent("download")
    await warning.getByRole("button", { name: say("pseudonyms.export.act") }).click()
    expect((await downloaded).suggestedFilename()).toMatch(/json$/)
    await page.goto(`/projects/${project}/settings`)
    await page.getByRole("button", { name: say("pseudonyms.key.show") }).click()
    await expect(page.getByRole("row", { name: /A\s+Durand/ })).toBeVisible()
    expect(await obstacles(page)).toEqual([])
    await page.getByRole("button", { name: say("pseudonyms.key.remove", { name: "Étude" }) }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("pseudonyms.key.removeAct") })
      .click()
    await expect(page.getByText(say("pseudonyms.key.names", { count: 1 }))).toBeVisible()
    await page.getByRole("button", { name: say("pseudonyms.key.destroy") }).click()
    const dialog = page.getByRole("dialog")
    const destroy = dialog.getByRole("button", { name: say("pseudonyms.key.destroy") })
    await expect(destroy).toBeDisabled()
    await dialog.getByLabel(say("pseudonyms.key.type", { name: "Étude" })).fill("Étude")
    await destroy.click()
    await expect(page.getByText(say("pseudonyms.key.empty"))).toBeVisible()
    expect(await other.ask("GET", `/api/sources/${source}/pseudonyms`)).toEqual({ names: [] })
  })
})

const text = (page: Page) => page.getByRole("textbox", { name: say("transcribe.text") })
