/** How a transcript stood: kept by name, looked at with what has changed since, brought back, and that taken back. */
import { expect, type Page } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const v = (key: string, values?: Record<string, string>) => say(`transcribe.versions.${key}`, values)
const transcript =
  "Int. : Vous avez peur ?\nM7 : Oui, la peur du vide.\nInt. : Depuis quand ?\nM7 : Toujours."

test("[C33] a version is kept, compared, brought back for everybody, and that is taken back", async ({
  browser,
  shared: { server, study },
}) => {
  const { owner, ben, project } = study
  const source = await importTranscript(server, owner, project, transcript, [owner.id, ben.id])
  await owner.ask("POST", `/api/sources/${source}/transcribing`)
  const sit = async (name: string): Promise<Seat> => {
    const seat = await sitDown(browser, server.address, { email: `${name}@example.org`, password: PASSWORD })
    await seat.page.goto(`/projects/${project}/sources/${source}/transcribe`)
    await expect(seat.page.getByRole("textbox", { name: say("transcribe.text") })).toBeVisible()
    return seat
  }
  const [ana, other] = [await sit("ana"), await sit("ben")]
  const { page } = ana
  const dialog = page.getByRole("dialog", { name: v("title") })
  const look = (name: string) => dialog.getByRole("button", { name: v("lookAt", { name }) })

  await page.getByRole("button", { name: v("title") }).click()
  await expect(look(v("opened"))).toBeVisible()
  await dialog.getByLabel(v("name")).fill("Avant relecture")
  await dialog.getByRole("button", { name: v("keep"), exact: true }).click()
  await expect(look("Avant relecture")).toBeVisible()
  await page.keyboard.press("Escape")

  const before = await turns(page)
  await write(other.page, 1, "End", " Du grand vide.")
  await write(page, 3, "Home", "Oh, ")
  const after = [before[0], "Oui, la peur du vide. Du grand vide.", before[2], "Oh, Toujours."]
  for (const each of [page, other.page]) await expect.poll(() => turns(each)).toEqual(after)

  await page.getByRole("button", { name: v("title") }).click()
  await look("Avant relecture").click()
  const shown = dialog.getByRole("list", { name: v("text") })
  await expect(shown.locator("ins")).toHaveText([" Du grand vide.", "Oh, "])
  await expect(shown.locator("del")).toHaveCount(0)
  expect(await obstacles(page)).toEqual([])
  await dialog.getByRole("button", { name: v("restore") }).click()
  await expect(dialog).toBeHidden()
  for (const each of [page, other.page]) await expect.poll(() => turns(each)).toEqual(before)

  // How it stood before that is kept, too: whoever has not done it can go back.
  await other.page.getByRole("button", { name: v("title") }).click()
  const others = other.page.getByRole("dialog", { name: v("title") })
  await others
    .getByRole("button", { name: v("lookAt", { name: v("restoring", { name: "Avant relecture" }) }) })
    .click()
  await expect(others.getByRole("list", { name: v("text") }).locator("del")).toHaveText([
    " Du grand vide.",
    "Oh, ",
  ])
  await other.page.keyboard.press("Escape")
  await page
    .getByRole("button", { name: say("transcribe.undo") })
    .first()
    .click()
  for (const each of [page, other.page]) await expect.poll(() => turns(each)).toEqual(after)
  await ana.context.close()
  await other.context.close()
})

function turns(page: Page): Promise<string[]> {
  return page.locator(".turns > .turn p").evaluateAll((all) => all.map((each) => each.textContent!))
}

async function write(page: Page, turn: number, end: "Home" | "End", words: string): Promise<void> {
  await page.locator(".turns > .turn").nth(turn).locator("p").click()
  await page.keyboard.press(end)
  await page.keyboard.type(words, { delay: 8 })
}
