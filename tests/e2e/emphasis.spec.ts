/** Stressed words: put by a key among words that are coded, drawn in the transcript and at the desk. */
import { expect, type Page } from "@playwright/test"
import { type Seat, selectWords, sitDown } from "../support/browsers"
import { codeWords, workIs } from "../support/codingAlone"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const transcript = "Int. : Vous avez peur ?\nM7 : Oui, la peur du vide, je ne sais pas pourquoi."

test.describe("[C47] stressed words", () => {
  let ben: Seat
  let source: string
  let place: string

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    const { owner, project } = study
    source = await importTranscript(server, owner, project, transcript, [owner.id, study.ben.id])
    place = `/projects/${project}/sources/${source}`
    ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
  })
  test.afterAll(() => ben?.context.close())

  const words = (page: Page) => page.locator(".turn p").nth(1)

  test("are put by one key and taken away by it, undone at once, and no coding moves", async ({ shared }) => {
    const { page } = ben
    await page.goto(`${place}/code`)
    await workIs(page).saved()
    await codeWords(page, "peur du vide", "vertige")
    const coding = page.getByRole("button", { name: /^vertige, .*peur du vide/ })
    await expect(coding).toBeAttached()
    await workIs(page).saved()
    await shared.study.owner.ask("POST", `/api/sources/${source}/transcribing`)
    await page.goto(`${place}/transcribe`)
    await expect(words(page)).toBeVisible()
    await selectWords(page, "peur du vide")
    await page.keyboard.press("Control+b")
    await expect(words(page)).toHaveText("Oui, la *peur du vide*, je ne sais pas pourquoi.")
    await expect.poll(() => painted(page, "stressed")).toEqual(["peur du vide"])
    expect(await painted(page, "stress-sign")).toEqual(["*", "*"])
    await page.keyboard.press("Control+b")
    await expect(words(page)).toHaveText("Oui, la peur du vide, je ne sais pas pourquoi.")
    await page.keyboard.press("Control+z")
    await expect(words(page)).toHaveText("Oui, la *peur du vide*, je ne sais pas pourquoi.")
    // While one writes: the word that was just written.
    await words(page).click()
    await page.keyboard.press("End")
    await page.keyboard.type(" Jamais")
    await page.keyboard.press("Control+i")
    await page.keyboard.type(" vu.")
    await expect(words(page)).toHaveText("Oui, la *peur du vide*, je ne sais pas pourquoi. *Jamais* vu.")
    const status = page.locator(".writing-head").getByRole("status")
    await expect(status.getByRole("img", { name: say("transcribe.sync.saved"), exact: true })).toBeVisible()
    await shared.study.owner.ask("DELETE", `/api/sources/${source}/transcribing`)
    await page.goto(`${place}/code`)
    await expect(coding).toBeAttached()
    await expect.poll(() => painted(page, "stressed")).toEqual(["peur du vide", "Jamais"])
    await expect(page.locator(".lost-codings li")).toHaveCount(0)
  })
})

/** The words that are drawn in some way. */
function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((name) => {
    const ranges = [...((CSS.highlights.get(name) ?? []) as Iterable<StaticRange>)]
    return ranges.map(({ startContainer, startOffset, endOffset }) =>
      startContainer.textContent!.slice(startOffset, endOffset),
    )
  }, name)
}
