import { expect, type Page } from "@playwright/test"
import { selectWords } from "./browsers"
import type { Person } from "./person"
import { wordsIn } from "./words"

const say = wordsIn("fr")

/** Codes words of the transcript with a code, new or not, as a coder at the desk does: again where the text is not there yet. */
export async function codeWords(page: Page, words: string, code: string): Promise<void> {
  await selectWords(page, words)
  const field = page.getByRole("combobox", { name: say("desk.popover.field") })
  await field.fill(code)
  await expect(async () => {
    await field.press("Enter")
    await expect(field).toBeHidden({ timeout: 1_000 })
  }).toPass()
}

/** Writes a memo about the passage being read. */
export async function writeMemo(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: say("memos.write") }).click()
  await memoFields(page).and(page.locator(":focus")).fill(words)
  await page.keyboard.press("Escape")
}

/** The fields of all memos that a desk shows; one that is begun has an empty one. */
export function memoFields(page: Page) {
  return page.getByRole("region", { name: say("memos.title") }).getByRole("textbox")
}

/** The memos that a desk shows, in alphabetical order. */
export async function memosShown(page: Page): Promise<string[]> {
  const written = memoFields(page).evaluateAll((all) =>
    all.map((each) => (each as HTMLTextAreaElement).value),
  )
  return (await written).filter((words) => words !== "").sort()
}

/** Completes the one passage; the first time, the desk says first what that means. */
export async function completePassage(page: Page): Promise<void> {
  const finish = { name: say("desk.passage.finish") }
  await page.getByRole("button", finish).click()
  const dialog = page.getByRole("dialog", { name: say("desk.freeze.title", { number: 1 }) })
  await dialog.getByRole("button", finish).click()
  await expect(page.getByRole("button", { name: say("desk.passage.takeBack") }).first()).toBeVisible()
}

/** What stands in somebody's layer on the server: each coding as its words, in alphabetical order. */
export async function layerOf(person: Person, source: string): Promise<string[]> {
  const room = await person.room(`layer/${source}/${person.id}`)
  const codings = Object.values(room.doc.getMap("codings").toJSON()) as { anchor: { quote: string } }[]
  room.close()
  return codings.map(({ anchor }) => anchor.quote).sort()
}

/** Where the desk says that one's work is. */
export function workIs(page: Page) {
  const status = page.locator("#desk-sync").getByRole("status")
  return {
    saved: () =>
      expect(status.getByRole("img", { name: say("common.sync.saved"), exact: true })).toBeVisible(),
    says: (key: string) => expect(status).toContainText(say(`common.sync.${key}`)),
    notSaved: () =>
      expect(status.getByRole("img", { name: say("common.sync.saved"), exact: true })).toBeHidden(),
  }
}
