/** What makes writing a transcript quick: looking for words and replacing them, over the keyboard. */
import { expect, type Page, test } from "@playwright/test"
import { type Seat, sitBothDown } from "../support/browsers"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { attachRecording, importTranscript, makeStudy, type Study } from "../support/study"
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
    ;[ana, ben] = await sitBothDown(browser, server.address)
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

  test("[C44] words are found while others write, seen before they are replaced, and taken back by one undo", async () => {
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

  test("abbreviations expand as they are written, follow their writer, and one undo leaves what was typed", async () => {
    const { page } = ana
    const own = page.getByRole("region", { name: say("transcribe.abbreviations.title") })
    const add = async (short: string, long: string) => {
      await own.getByLabel(say("transcribe.abbreviations.short"), { exact: true }).fill(short)
      await own.getByLabel(say("transcribe.abbreviations.long"), { exact: true }).fill(long)
      await page.keyboard.press("Enter")
      await expect(own.getByLabel(say("transcribe.abbreviations.edit", { short }))).toHaveValue(long)
    }
    await add("md", "médecin")
    await add("->", "→")
    await cursorAtEnd(page, 0)
    await page.keyboard.type(" Md, cmd md -> md", { delay: 12 })
    await page.keyboard.press("Enter")
    const [first] = SAID
    await expect.poll(async () => (await turns(page))[0]).toBe(`${first} Médecin, cmd médecin → médecin`)
    await cursorAtEnd(page, 2)
    await page.keyboard.type(" Le md ", { delay: 12 })
    await expect.poll(async () => (await turns(page))[2]).toMatch(/ Le médecin $/)
    await page.keyboard.press("Control+z")
    await page.keyboard.type("ici", { delay: 12 })
    await expect.poll(async () => (await turns(page))[2]).toMatch(/ Le md ici$/)
    // Remarks and what nobody hears are put in by keys, and drawn apart.
    await cursorAtEnd(page, 3)
    await page.keyboard.press("Alt+p")
    await page.keyboard.type("rit")
    await page.keyboard.press("Alt+p")
    await page.keyboard.press("Alt+i")
    await expect.poll(async () => (await turns(page)).at(-2)).toMatch(/ \(rit\) \[inaudible\]$/)
    const drawn = () =>
      page.evaluate(() => ["nonverbal", "inaudible"].map((name) => CSS.highlights.get(name)?.size))
    await expect.poll(drawn).toEqual([1, 1])
    // On another machine they are there; nobody else has them.
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await expect(own.getByLabel(say("transcribe.abbreviations.edit", { short: "md" }))).toHaveValue("médecin")
    await ben.page.goto(`${place}/transcribe`)
    const theirs = ben.page.getByRole("region", { name: say("transcribe.abbreviations.title") })
    await expect(theirs.getByText(say("transcribe.abbreviations.none"))).toBeVisible()
    await own.getByRole("button", { name: say("transcribe.abbreviations.remove", { short: "md" }) }).click()
    await expect(own.getByLabel(say("transcribe.abbreviations.edit", { short: "md" }))).toBeHidden()
  })

  test("any key may be given to what is done by keys, a pedal's too, and given back", async () => {
    await attachRecording(server, study.owner, place.split("/").at(-1)!, "seconds.ogg")
    const { page } = ana
    await page.goto(`${place}/transcribe`)
    await cursorAtEnd(page, 1)
    const open = page.getByRole("button", { name: say("transcribe.keys.change") })
    const dialog = page.getByRole("dialog", { name: say("transcribe.keyChoice.title") })
    const key = (act: string) =>
      dialog.getByRole("button", { name: new RegExp(`^${say(`transcribe.keys.${act}`)}.*:`) })
    await open.click()
    await key("play").click()
    await pedal(page)
    await expect(key("play")).toHaveText("F13")
    // A letter alone writes; one that another has is said to be taken.
    await key("find").click()
    await page.keyboard.press("a")
    await expect(dialog.getByText(say("transcribe.keyChoice.notFree", { keys: "A" }))).toBeVisible()
    await key("find").click()
    await page.keyboard.press("F2")
    const taken = { keys: "F2", act: say("transcribe.keys.forth") }
    await expect(dialog.getByText(say("transcribe.keyChoice.taken", taken))).toBeVisible()
    expect(await obstacles(page)).toEqual([])
    await dialog.getByRole("button", { name: say("transcribe.keyChoice.take") }).click()
    await expect(key("forth")).toHaveText(say("transcribe.keyChoice.none"))
    await page.keyboard.press("Escape")
    await expect(dialog).toBeHidden()

    await page.reload()
    await cursorAtEnd(page, 1)
    const pause = page.getByRole("button", { name: say("desk.player.pause") })
    await page.keyboard.press("Escape")
    await pedal(page)
    await expect(pause).toBeVisible()
    await pedal(page)
    await expect(pause).toBeHidden()
    await page.keyboard.press("F2")
    await expect(page.getByRole("search", { name: say("transcribe.finding.title") })).toBeVisible()
    await open.click()
    await dialog.getByRole("button", { name: say("transcribe.keyChoice.allUsual") }).click()
    await expect(key("play")).toHaveText("Esc")
    await expect(key("forth")).toHaveText("F2")
    await page.keyboard.press("Escape")
  })
})

/** A key that no keyboard of the test has. */
async function pedal(page: Page): Promise<void> {
  await page.evaluate(() => {
    const event = new KeyboardEvent("keydown", { key: "F13", code: "F13", bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  })
}

/** Puts the cursor behind the last word of a turn. */
async function cursorAtEnd(page: Page, turn: number): Promise<void> {
  await page.locator(".turns > .turn").nth(turn).locator("p").click()
  await page.keyboard.press("End")
}

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
