/** Words of the transcript are corrected at the desk while two code it: by key and by pointer, seen live, no coding moved. */
import { mkdirSync } from "node:fs"
import { expect, type Page, test } from "@playwright/test"
import { type Seat, selectWords, sitDown } from "../support/browsers"
import { startServer, type TestServer } from "../support/testServer"
import { wordsIn } from "../support/words"

const password = "binome-demo"
const say = wordsIn("fr")
const screens = ".artifacts/screens"

test.describe("correcting while coding", () => {
  test.describe.configure({ mode: "serial" })
  let server: TestServer
  let ana: Seat
  let ben: Seat
  let place: string

  test.beforeAll(async ({ browser }) => {
    mkdirSync(screens, { recursive: true })
    server = await startServer({ dataDir: "", args: ["--demo"], env: { DEMO_PASSWORD: password } })
    const sit = (who: string) => sitDown(browser, server.origin, { email: `${who}@demo.local`, password })
    ana = await sit("coder-a")
    ben = await sit("coder-b")
    const answer = await (await ana.context.request.get("/api/projects")).json()
    const projects = answer.projects ?? answer
    const { sources } = await (await ana.context.request.get(`/api/projects/${projects[0].id}`)).json()
    place = `/projects/${projects[0].id}/sources/${sources[0].id}/code`
    for (const { page } of [ana, ben]) {
      await page.goto(place)
      await expect(text(page)).toContainText("parfois le frère et la sœur")
    }
  })
  test.afterAll(async () => {
    for (const seat of [ana, ben]) await seat?.context.close()
    await server?.end()
  })

  const text = (page: Page) => page.getByRole("main")
  const said = (page: Page, state: "applied" | "waits") =>
    expect(page.getByText(say(`desk.correct.done.${state}`)).first()).toBeVisible()

  async function correct(page: Page, words: string, instead: string) {
    await selectWords(page, words)
    const field = page.getByRole("combobox", { name: say("desk.popover.field") })
    await field.press("Alt+e")
    const corrected = page.getByRole("textbox", { name: say("desk.correct.field") })
    // Whole words are selected, with the marks that belong to them.
    const selected = await corrected.inputValue()
    expect(selected).toContain(words)
    await corrected.fill(instead.trim() && selected.replace(words, instead))
    return corrected
  }

  test("[B15] what one corrects blind waits, and comes with others, unsigned; codings stay on their words", async () => {
    await selectWords(ana.page, "parfois le frère et la sœur")
    const field = ana.page.getByRole("combobox", { name: say("desk.popover.field") })
    await field.fill("fami")
    await field.press("Enter")
    const coded = (words: RegExp) => ana.page.getByRole("button", { name: words })
    await expect(coded(/^famille, .*frère et la sœur/)).toBeAttached()

    const one = await correct(ana.page, "parfois le frère et la sœur", "parfois le frère ou la sœur aînée")
    await expect(ana.page.getByText(say("desk.correct.unsigned", { name: "Ben" }))).toBeVisible()
    await ana.page.screenshot({ path: `${screens}/fr-correcting.png` })
    await one.press("Enter")
    await said(ana.page, "waits")
    await expect(text(ben.page)).toContainText("parfois le frère et la sœur")
    const waiting = ana.page.locator(".corrections li").filter({ hasText: "sœur aînée" })
    await expect(waiting).toContainText(say("desk.correct.state.waits"))

    await (await correct(ana.page, "Il ne faut pas se fâcher", "Il ne faut jamais se fâcher")).press("Enter")
    await expect(ana.page.locator(".corrections li")).toHaveCount(2)
    await expect(text(ben.page)).not.toContainText("jamais se fâcher")
    await (await correct(ana.page, "du temps payé", "du temps rémunéré")).press("Enter")
    await said(ana.page, "applied")
    for (const { page } of [ana, ben]) {
      await expect(text(page)).toContainText("parfois le frère ou la sœur aînée")
      await expect(text(page)).toContainText("Il ne faut jamais se fâcher")
      await expect(text(page)).toContainText("du temps rémunéré")
    }
    // Stripes are drawn where one reads.
    await ana.page.getByText("parfois le frère ou la sœur aînée").first().scrollIntoViewIfNeeded()
    await expect(coded(/^famille, .*parfois le frère ou la sœur aînée/)).toBeAttached()
    await ben.page.getByText(say("desk.correct.list", { count: 3 })).click()
    await expect(ben.page.locator(".corrections li").filter({ hasText: "aînée" })).toContainText(
      say("desk.correct.unsignedBy"),
    )
    await expect(ben.page.locator(".corrections")).not.toContainText("Ana")
    await ben.page.screenshot({ path: `${screens}/fr-corrected.png` })
  })

  test("[C32] where it is revealed it shows at once, and what was compared stays on its words", async () => {
    // What was compared behind the corrected words: its quote begins and ends where it did.
    const behind = (page: Page) =>
      page.getByRole("button", { name: /: Il y en a une, Mme R\., elle a posé/ }).first()
    const show = (page: Page) => page.getByText("elle a posé sa main").first().scrollIntoViewIfNeeded()
    await show(ana.page)
    await expect(behind(ana.page)).toBeAttached()
    // Whoever is about to code goes on: the words selected and what was typed stay.
    await selectWords(ana.page, "elle a posé sa main")
    const typing = ana.page.getByRole("combobox", { name: say("desk.popover.field") })
    await typing.fill("gest")
    const words = ana.page.getByText(say("desk.popover.words", { count: 5 }), { exact: true })
    await expect(words).toBeVisible()
    await (await correct(ben.page, "au mot près", "presque au mot près, euh")).press("Enter")
    await said(ben.page, "applied")
    for (const { page } of [ana, ben]) await expect(text(page)).toContainText("presque au mot près, euh")
    await expect(typing).toHaveValue("gest")
    await expect(words).toBeVisible()
    await typing.press("Escape")
    await show(ana.page)
    for (const { page } of [ana, ben]) await expect(behind(page)).toBeAttached()
    await ana.page
      .getByText(say("desk.correct.list", { count: 4 }))
      .first()
      .click()
    await expect(ana.page.locator(".corrections li").filter({ hasText: "presque" })).toContainText("Ben")
  })

  test("words are not lost: an empty correction is not sent, a closed one leaves the transcript alone", async () => {
    const words = await correct(ana.page, "Une case", "  ")
    await expect(ana.page.getByText(say("desk.correct.empty"))).toBeVisible()
    await expect(ana.page.getByRole("button", { name: say("desk.correct.save") })).toBeDisabled()
    await words.press("Escape")
    await expect(words).toBeHidden()
    await expect(text(ana.page)).toContainText("Une case")
  })
})
