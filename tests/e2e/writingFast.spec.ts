/** What makes writing a transcript quick: looking for words and replacing them, over the keyboard. */
import { expect, type Page, test } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { importTranscript, makeStudy, PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

const SAID = [
  "Vous avez peur ?",
  "Oui, la peur, la Peur du vide.",
  "Apeuré·e depuis quand ?",
  "La peur ? Depuis l’école.",
]

test.describe("writing a transcript quickly", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat
  let place: string

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    server = await startLiveServer()
    study = await makeStudy(server)
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
    await server?.stop()
  })
  test.beforeEach(async () => {
    const { owner, ben: other, project } = study
    const transcript = SAID.map((words, at) => `${at % 2 ? "M7" : "Int."} : ${words}`).join("\n")
    const source = await importTranscript(server, owner, project, transcript, [owner.id, other.id])
    place = `/projects/${project}/sources/${source}`
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    await ana.page.goto(`${place}/transcribe`)
    await expect(text(ana.page)).toBeVisible()
  })

  test("words are found while others write, seen before they are replaced, and taken back by one undo", async () => {
    const { page } = ana
    await ben.page.goto(`${place}/transcribe`)
    await expect(text(ben.page)).toBeVisible()
    await page.locator(".turns > .turn").nth(0).locator("p").click()
    await page.keyboard.press("Home")
    await page.keyboard.press("Control+f")
    const bar = page.getByRole("search", { name: say("transcribe.finding.title") })
    await page.keyboard.type("peur")
    await expect(bar.getByRole("status").first()).toHaveText(count(1, 5))
    await page.keyboard.press("Enter")
    await expect(bar.getByRole("status").first()).toHaveText(count(2, 5))
    expect(await painted(page)).toEqual({ found: 5, chosen: "peur" })
    // Another's words before it move what is selected, and what they write is found as well.
    await ben.page.locator(".turns > .turn").nth(0).locator("p").click()
    await ben.page.keyboard.press("Home")
    await ben.page.keyboard.type("Peur ? ")
    await expect(bar.getByRole("status").first()).toHaveText(count(3, 6))
    await bar.getByLabel(say("transcribe.finding.wholeWords")).check()
    await expect(bar.getByRole("status").first()).toHaveText(count(3, 5))
    await bar.getByLabel(say("transcribe.finding.matchCase")).check()
    await expect(bar.getByRole("status").first()).toHaveText(count(2, 3))

    // Escape gives the words back where one was; the key opens it again, to replace this time.
    await bar.getByLabel(say("transcribe.finding.words"), { exact: true }).press("Escape")
    await expect(bar).toBeHidden()
    await expect(text(page)).toBeFocused()
    expect(await page.evaluate(() => getSelection()!.toString())).toBe("peur")
    await page.keyboard.press("Control+h")
    await bar.getByLabel(say("transcribe.finding.wholeWords")).check()
    await bar.getByLabel(say("transcribe.finding.by"), { exact: true }).fill("crainte")
    await page.keyboard.press("Enter")
    await expect
      .poll(() => turns(ben.page))
      .toEqual(["Peur ? Vous avez peur ?", "Oui, la crainte, la Peur du vide.", SAID[2], SAID[3]])
    await bar.getByRole("button", { name: say("transcribe.finding.replaceAll") }).click()
    const preview = bar.getByRole("region", { name: say("transcribe.finding.preview") })
    await expect(preview.getByRole("checkbox")).toHaveCount(4)
    expect(await obstacles(page)).toEqual([])
    await preview.getByRole("checkbox").nth(0).uncheck()
    // What is left as it is stays so, whatever is written before it.
    await ben.page.keyboard.type("Bon. ")
    await expect(preview.getByRole("checkbox").nth(0)).not.toBeChecked()
    await preview.getByRole("button").click()
    const replaced = [
      "Peur ? Bon. Vous avez crainte ?",
      "Oui, la crainte, la crainte du vide.",
      SAID[2],
      "La crainte ? Depuis l’école.",
    ]
    await expect.poll(() => turns(ben.page)).toEqual(replaced)
    await expect(bar.getByText(say("transcribe.finding.done", { count: 3 }))).toBeVisible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Control+z")
    await expect
      .poll(() => turns(ben.page))
      .toEqual(["Peur ? Bon. Vous avez peur ?", "Oui, la crainte, la Peur du vide.", SAID[2], SAID[3]])
    expect(await painted(page)).toEqual({ found: 0, chosen: "" })
  })
})

const text = (page: Page) => page.getByRole("textbox", { name: say("transcribe.text") })
const count = (at: number, all: number) => say("transcribe.finding.count", { at, count: all })

function turns(page: Page): Promise<string[]> {
  return page.locator(".turns > .turn p").evaluateAll((all) => all.map((turn) => turn.textContent!))
}

/** How much is painted as found, and what as the one that is selected. */
function painted(page: Page): Promise<{ found: number; chosen: string }> {
  return page.evaluate(() => {
    const [one] = CSS.highlights.get("chosen") ?? []
    const { startContainer, startOffset, endOffset } = (one ?? {}) as StaticRange
    return {
      found: CSS.highlights.get("found")?.size ?? 0,
      chosen: startContainer?.textContent?.slice(startOffset, endOffset) ?? "",
    }
  })
}
