/** Two browsers that correct one transcript at once, and one of them that says it is ready. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, type Page } from "@playwright/test"
import { type Seat, selectWords, sitBothDown } from "../support/browsers"
import { codeWords, completePassage, workIs } from "../support/codingAlone"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { attachRecording, importTranscript, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

const SAID = ["Vous avez peur ?", "Oui, la peur du vide.", "Depuis quand ?", "Depuis toujours, je crois."]
const transcript = SAID.map((words, at) => `${at % 2 ? "M7" : "Int."} : ${words}`).join("\n")

test.describe("correcting a transcript together", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat
  let place: string

  test.beforeAll(async ({ browser, shared }) => {
    ;({ server, study } = shared)
    ;[ana, ben] = await sitBothDown(browser, server.address)
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
  })
  test.beforeEach(async () => {
    const { owner, ben: other, project } = study
    const source = await importTranscript(server, owner, project, transcript, [owner.id, other.id])
    place = `/projects/${project}/sources/${source}`
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
  })

  const source = () => place.split("/").at(-1)!
  const sitBoth = async () => {
    for (const { page } of [ana, ben]) {
      await page.goto(`${place}/transcribe`)
      await expect(text(page)).toBeVisible()
    }
  }

  test("is opened from the page of the source, by a press", async () => {
    const { owner } = study
    await owner.ask("DELETE", `/api/sources/${source()}/transcribing`)
    await ana.page.goto(`${place}/code`)
    await ana.page.getByRole("link", { name: say("desk.alerts.correct") }).click()
    await ana.page.getByRole("button", { name: say("transcribe.closed.open") }).click()
    await expect(text(ana.page)).toBeVisible()
    expect(await turns(ana.page)).toEqual(SAID.map((words, at) => `${at % 2 ? "M7" : "Int."}: ${words}`))
    // The desk waits meanwhile, whoever opens it.
    await ben.page.goto(`${place}/code`)
    await expect(ben.page.getByRole("heading", { name: say("desk.corrected.title") })).toBeVisible()
    await expect(
      ben.page.getByRole("link", { name: say("common.tabs.transcribe"), exact: true }),
    ).toBeVisible()
  })

  test("begins with a recording alone: it is written while one listens, and coded when it is ready", async () => {
    const { page } = ana
    await page.goto(`/projects/${study.project}/sources/new`)
    await expect(page.getByText(say("source.new.nothingYet"))).toBeVisible()
    const audio = await readFile(join(import.meta.dirname, "../fixtures/audio/seconds.ogg"))
    await page
      .getByLabel(say("source.files.choose"))
      .first()
      .setInputFiles({ name: "entretien_m8.ogg", mimeType: "audio/ogg", buffer: audio })
    await expect(page.getByText(say("source.new.transcribeHere"))).toBeVisible()
    await expect(page.getByLabel(say("source.about.name"), { exact: true })).toHaveValue("Entretien m8")
    await page.getByLabel(say("source.coders.a"), { exact: true }).selectOption({ label: "Ana" })
    await page.getByLabel(say("source.coders.b"), { exact: true }).selectOption({ label: "Ben" })
    await page
      .getByRole("radio", { name: new RegExp(`^${say("source.coding.policy.passage.name")}`) })
      .check({ force: true })
    await page.getByRole("button", { name: say("source.new.keep") }).click()
    await page.waitForURL(/\/transcribe$/)
    await expect(text(page)).toBeVisible()
    await write(page, 0, "End", "Racontez-moi.")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Alt+Digit2")
    await page.keyboard.type("J’ai eu peur.")
    expect(await turns(page)).toEqual(["I: Racontez-moi.", "P: J’ai eu peur."])
    await saved(page)
    await page.getByRole("button", { name: say("transcribe.ready.act") }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByRole("button", { name: say("transcribe.ready.act") }).click()
    await page.waitForURL(/\/passages$/)
    await page.goto(page.url().replace(/passages$/, "code"))
    await expect(page.getByText("J’ai eu peur.")).toBeVisible()
  })

  test("[C30] both write at once, also in the same turn; the cursor stays where it was", async () => {
    await sitBoth()
    await Promise.all([
      write(ana.page, 1, "End", " Le grand vide."),
      write(ben.page, 1, "Home", "Alors oui : "),
    ])
    await Promise.all([write(ana.page, 3, "End", " Enfin."), write(ben.page, 0, "End", " Dites-moi.")])
    const both = [
      "Int.: Vous avez peur ? Dites-moi.",
      "M7: Alors oui : Oui, la peur du vide. Le grand vide.",
      "Int.: Depuis quand ?",
      "M7: Depuis toujours, je crois. Enfin.",
    ]
    for (const { page } of [ana, ben]) await expect.poll(() => turns(page)).toEqual(both)
    await saved(ana.page)
    await saved(ben.page)
    // Ana's cursor stands at the end of the last turn, whatever Ben writes before it.
    await write(ben.page, 2, "Home", "Et ")
    await ana.page.keyboard.type(" Bon.")
    await expect.poll(() => turns(ben.page)).toContain("M7: Depuis toujours, je crois. Enfin. Bon.")
    expect((await turns(ana.page))[2]).toBe("Int.: Et Depuis quand ?")
  })

  test("Enter splits, Backspace joins, Alt and a digit give the turn, pasted lines are turns", async () => {
    await sitBoth()
    const { page } = ana
    await write(page, 1, "Home", "")
    for (let step = 0; step < "Oui, ".length; step++) await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Alt+Digit1")
    const split = ["Int.: Vous avez peur ?", "M7: Oui, ", "Int.: la peur du vide."]
    for (const each of [ana, ben])
      await expect.poll(async () => (await turns(each.page)).slice(0, 3)).toEqual(split)
    await page.keyboard.press("Backspace")
    for (const each of [ana, ben]) {
      await expect.poll(async () => (await turns(each.page))[1]).toBe("M7: Oui, la peur du vide.")
    }
    await page.keyboard.press("End")
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData("text/plain", " Puis\n\nrien <b>du</b> tout.\r\nVoilà.")
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement!.dispatchEvent(event)
    })
    const pasted = [
      "M7: Oui, la peur du vide. Puis",
      "M7: rien <b>du</b> tout.",
      "M7: Voilà.",
      "Int.: Depuis quand ?",
    ]
    for (const each of [ana, ben])
      await expect.poll(async () => (await turns(each.page)).slice(1, 5)).toEqual(pasted)
  })

  test("[C20] undo takes back one's own writing alone, after others have written too", async () => {
    await sitBoth()
    await write(ana.page, 1, "End", " Ana.")
    await expect.poll(() => turns(ben.page)).toContain("M7: Oui, la peur du vide. Ana.")
    await write(ben.page, 1, "End", " Ben.")
    await write(ben.page, 0, "Home", "Dites : ")
    await expect.poll(async () => (await turns(ana.page))[0]).toBe("Int.: Dites : Vous avez peur ?")
    await ana.page.keyboard.press("Control+z")
    for (const { page } of [ana, ben]) {
      await expect
        .poll(async () => (await turns(page)).slice(0, 2))
        .toEqual(["Int.: Dites : Vous avez peur ?", "M7: Oui, la peur du vide. Ben."])
    }
    await ana.page.keyboard.press("Control+z")
    await ana.page.keyboard.press("Control+y")
    await expect.poll(async () => (await turns(ben.page))[1]).toBe("M7: Oui, la peur du vide. Ana. Ben.")
  })

  test("[C21] a turn is moved by a key, with what is written in it, on both screens; and back", async () => {
    await sitBoth()
    await write(ana.page, 1, "End", " Oui.")
    await ana.page.keyboard.press("Alt+Shift+ArrowDown")
    await ana.page.keyboard.type(" Toujours.")
    const moved = [
      "Int.: Vous avez peur ?",
      "Int.: Depuis quand ?",
      "M7: Oui, la peur du vide. Oui. Toujours.",
      "M7: Depuis toujours, je crois.",
    ]
    for (const { page } of [ana, ben]) await expect.poll(() => turns(page)).toEqual(moved)
    await ana.page.keyboard.press("Alt+Shift+ArrowUp")
    for (const { page } of [ana, ben])
      await expect.poll(() => turns(page)).toEqual([moved[0], moved[2], moved[1], moved[3]])
    await ana.page.keyboard.press("Control+z")
    for (const { page } of [ana, ben]) await expect.poll(() => turns(page)).toEqual(moved)
  })

  test("speakers are renamed everywhere at once, and come anew", async () => {
    await sitBoth()
    const name = ben.page.getByLabel(say("transcribe.speakers.name", { name: "M7" }))
    await name.fill("Médecin 7")
    await name.press("Enter")
    for (const { page } of [ana, ben])
      await expect.poll(async () => (await turns(page))[3]).toMatch(/^Médecin 7: /)
    await ana.page.getByRole("button", { name: say("transcribe.speakers.add"), exact: true }).click()
    const fresh = say("transcribe.speakers.fresh", { number: 3 })
    await write(ben.page, 2, "End", "")
    await ben.page.getByRole("button", { name: say("transcribe.speakers.give", { name: fresh }) }).click()
    await expect.poll(async () => (await turns(ana.page))[2]).toBe(`${fresh}: Depuis quand ?`)
    // The cursor has stayed in the words.
    await ben.page.keyboard.type(" Hein.")
    await expect.poll(async () => (await turns(ana.page))[2]).toBe(`${fresh}: Depuis quand ? Hein.`)
  })

  test("the recording is listened to by keys, and says when a turn begins", async () => {
    await attachRecording(server, study.owner, source(), "seconds.ogg")
    const { page } = ana
    await page.goto(`${place}/transcribe`)
    await write(page, 1, "End", "")
    const pause = page.getByRole("button", { name: say("desk.player.pause") })
    await page.keyboard.press("Escape")
    await expect(pause).toBeVisible()
    await page.keyboard.press("F2")
    await page.keyboard.press("F3")
    await expect(page.getByRole("button", { name: say("desk.player.speed", { rate: 0.9 }) })).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(pause).toBeHidden()
    await page.keyboard.press("Control+j")
    const turn = page.locator(".turns > .turn").nth(1)
    await expect(turn).toHaveAttribute("data-time", /^00:0[2-9]$/)
    await page.keyboard.press("Control+k")
    await expect(pause).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(pause).toBeHidden()
    // The time beside the words plays from there.
    const box = (await turn.boundingBox())!
    await page.mouse.click(box.x + box.width - 6, box.y + 12)
    await expect(pause).toBeVisible()
    await page.keyboard.type(" Tac.")
    await expect.poll(async () => (await turns(page))[1]).toBe("M7: Oui, la peur du vide. Tac.")
  })

  test("[C30, C31] ready: coding opens on the words that were written, for both", async () => {
    await sitBoth()
    await write(ana.page, 1, "End", " Du grand vide.")
    await saved(ana.page)
    await ana.page.getByRole("button", { name: say("transcribe.ready.act") }).click()
    const dialog = ana.page.getByRole("alertdialog")
    await dialog.getByRole("button", { name: say("transcribe.ready.act") }).click()
    await ana.page.waitForURL(/\/passages$/)
    await expect(ana.page.getByText("Du grand vide.")).toBeVisible()
    await expect(ben.page.getByRole("heading", { name: say("transcribe.over.ready.title") })).toBeVisible()
    await expect(ben.page.getByRole("region", { name: say("transcribe.late.label") })).toBeHidden()
    await ben.page
      .locator("#main")
      .getByRole("link", { name: say("transcribe.code") })
      .click()
    await ben.page.waitForURL(/\/code$/)
    await expect(ben.page.locator("li.turn", { hasText: "Du grand vide." })).toBeVisible()
    await codeWords(ben.page, "Du grand vide", "vertige")
    await completePassage(ben.page)
    await workIs(ben.page).saved()
    await ben.page.goto(`${place}/transcribe`)
    await expect(ben.page.getByText(say("transcribe.fixed"))).toBeVisible()
  })

  test("[C23] a coding whose words were deleted is put on other words, or removed; both can be undone", async () => {
    const { owner } = study
    const transcribing = `/api/sources/${source()}/transcribing`
    await owner.ask("DELETE", transcribing)
    await ben.page.goto(`${place}/code`)
    await codeWords(ben.page, "Depuis toujours", "vertige")
    await codeWords(ben.page, "Depuis quand", "temps")
    await workIs(ben.page).saved()
    await owner.ask("POST", transcribing)
    await ana.page.goto(`${place}/transcribe`)
    for (const turn of [3, 2]) {
      await write(ana.page, turn, "End", "")
      await ana.page.keyboard.press("Shift+Home")
      await ana.page.keyboard.press("Delete")
    }
    await saved(ana.page)
    await owner.ask("DELETE", transcribing)
    await ben.page.goto(`${place}/code`)
    const lost = ben.page.locator(".lost-codings li")
    const line = (name: string) => lost.filter({ hasText: name })
    await expect(lost).toHaveCount(2)
    await line("vertige")
      .getByRole("button", { name: say("desk.lostCodings.elsewhere") })
      .click()
    await expect(ben.page.getByText(say("desk.lostCodings.choose"))).toBeVisible()
    expect(await obstacles(ben.page)).toEqual([])
    await selectWords(ben.page, "la peur du vide")
    await line("vertige")
      .getByRole("button", { name: say("desk.lostCodings.here") })
      .click()
    const placed = ben.page.getByRole("button", { name: /^vertige, .*la peur du vide/ })
    await expect(placed).toBeAttached()
    await line("temps")
      .getByRole("button", { name: say("desk.lostCodings.drop") })
      .click()
    await expect(lost).toHaveCount(0)
    await ben.page.keyboard.press("Control+z")
    await expect(line("temps")).toBeVisible()
    await ben.page.keyboard.press("Control+z")
    await expect(line("vertige")).toBeVisible()
    await expect(placed).toHaveCount(0)
  })

  test("[C31] what was written without a line after it was closed is shown to its writer, not thrown away", async () => {
    await sitBoth()
    await ben.context.setOffline(true)
    await write(ben.page, 3, "End", " Et depuis, plus rien.")
    await expect(
      ben.page.getByRole("status").filter({ hasText: say("common.sync.hereOffline") }),
    ).toBeVisible()
    await study.owner.ask("DELETE", `/api/sources/${source()}/transcribing`)
    await ben.context.setOffline(false)
    const late = ben.page.getByRole("region", { name: say("transcribe.late.label") })
    await expect(late).toBeVisible({ timeout: 60_000 })
    await expect(late.getByLabel(say("transcribe.late.words"))).toHaveValue("Et depuis, plus rien.")
    await expect(late.getByText(say("transcribe.late.count", { count: 4 }))).toBeVisible()
    const { turns: fixed } = await study.owner.ask("GET", `/api/sources/${source()}/transcript`)
    expect(fixed[3].text).toBe(SAID[3])
  })

  test("what was written without a line before it was closed goes in when there is one", async () => {
    await sitBoth()
    await ben.context.setOffline(true)
    await write(ben.page, 3, "End", " Voilà.")
    await ana.page.waitForTimeout(500)
    expect((await turns(ana.page))[3]).toBe("M7: Depuis toujours, je crois.")
    await ben.context.setOffline(false)
    await expect.poll(async () => (await turns(ana.page))[3], { timeout: 60_000 }).toMatch(/Voilà\.$/)
    await saved(ben.page)
  })

  test("axe finds nothing serious in it, open and closed", async () => {
    await sitBoth()
    expect(await obstacles(ana.page)).toEqual([])
    await ana.page.setViewportSize({ width: 820, height: 1000 })
    expect(await obstacles(ana.page)).toEqual([])
    await ana.page.setViewportSize({ width: 1440, height: 1000 })
    await study.owner.ask("DELETE", `/api/sources/${source()}/transcribing`)
    await expect(ana.page.getByRole("heading", { name: say("transcribe.over.ready.title") })).toBeVisible()
    expect(await obstacles(ana.page)).toEqual([])
    await ana.page.reload()
    await expect(ana.page.getByRole("button", { name: say("transcribe.closed.open") })).toBeVisible()
    expect(await obstacles(ana.page)).toEqual([])
  })
})

const text = (page: Page) => page.getByRole("textbox", { name: say("transcribe.text") })

/** Each turn as its speaker and words. */
function turns(page: Page): Promise<string[]> {
  return page
    .locator(".turns > .turn")
    .evaluateAll((all) =>
      all.map((turn) => `${(turn as HTMLElement).dataset.speaker}: ${turn.querySelector("p")!.textContent}`),
    )
}

/** Puts the cursor at an end of a turn and writes there. */
async function write(page: Page, turn: number, end: "Home" | "End", words: string): Promise<void> {
  await page.locator(".turns > .turn").nth(turn).locator("p").click()
  await page.keyboard.press(end)
  if (words !== "") await page.keyboard.type(words, { delay: 8 })
}

function saved(page: Page): Promise<void> {
  const status = page.locator(".writing-head").getByRole("status")
  return expect(status.getByRole("img", { name: say("transcribe.sync.saved"), exact: true })).toBeVisible()
}
