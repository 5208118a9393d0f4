/** A recording that a program transcribes: asked for, waited for, read through, and said so. */
import { expect, type Page, test } from "@playwright/test"
import { type Seat, sitBothDown } from "../support/browsers"
import { type ListeningProgram, spokenWords, startListeningProgram } from "../support/listeningProgram"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { attachRecording, importTranscript, makeStudy, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("a program that transcribes", () => {
  let program: ListeningProgram
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    program = await startListeningProgram()
    server = await startLiveServer({ env: { TRANSCRIBE_URL: program.url } })
    study = await makeStudy(server)
    ;[ana, ben] = await sitBothDown(browser, server.address)
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
    await server?.stop()
    await program?.stop()
  })

  test("[S88] it is asked once one knows where the sound goes; its words are a draft until one has been through them", async () => {
    const { owner, ben: other, project } = study
    const source = await importTranscript(server, owner, project, "x", [owner.id, other.id])
    await attachRecording(server, owner, source, "seconds.ogg")
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    const place = `/projects/${project}/sources/${source}`
    let heard = () => {}
    const after = new Promise<void>((resolve) => {
      heard = resolve
    })
    for (const { page } of [ana, ben]) {
      await page.goto(`${place}/transcribe`)
      await expect(text(page)).toBeVisible()
    }
    // With a word in it there is no such button.
    const act = say("transcribe.machine.ask.act")
    await expect(ana.page.getByRole("button", { name: act })).toBeHidden()
    await text(ana.page).click()
    await ana.page.keyboard.press("Control+a")
    await ana.page.keyboard.press("Delete")

    program.answer({ status: 503, body: "{}" })
    await ana.page.getByRole("button", { name: act }).click()
    const dialog = ana.page.getByRole("alertdialog", { name: say("transcribe.machine.ask.title") })
    await expect(dialog).toContainText(new URL(program.url).host)
    await dialog.getByRole("button", { name: act }).click()
    await expect(ana.page.getByText(say("transcribe.machine.failed.refused"))).toBeVisible()
    expect(await obstacles(ana.page)).toEqual([])

    program.answer({ body: spokenWords, after })
    await ana.page.getByRole("button", { name: act }).click()
    await dialog.getByRole("button", { name: act }).click()
    await expect(ana.page.getByText(say("transcribe.machine.listens"))).toBeVisible()
    heard()
    for (const { page } of [ana, ben]) {
      await expect(text(page)).toContainText("Oui, du vide.")
      await expect(page.getByText(say("transcribe.machine.draft"))).toBeVisible()
    }
    expect(await obstacles(ben.page)).toEqual([])
    await owner.ask("DELETE", `/api/sources/${source}/transcribing`)
    await ben.page.goto(`${place}/code`)
    const coded = ben.page.getByText(say("transcribe.machine.coded"))
    await expect(coded).toBeVisible()
    await ben.page.getByRole("button", { name: say("transcribe.machine.read") }).click()
    await expect(coded).toBeHidden()
    await ben.page.reload()
    await expect(ben.page.locator("li.turn").first()).toBeVisible()
    await expect(coded).toBeHidden()
  })
})

const text = (page: Page) => page.getByRole("textbox", { name: say("transcribe.text") })
