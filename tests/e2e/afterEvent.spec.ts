/** What is made of live notes once the event is over: who spoke how much, notes laid on the sound by hand, what is closed. */
import { expect, type Locator, type Page } from "@playwright/test"
import { putEntry } from "../../core/ydoc/fieldNotes"
import { type BadLine, badLine } from "../support/badLine"
import { type Seat, sitDown } from "../support/browsers"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import type { OpenedRoom, Person } from "../support/person"
import { attachRecording, importTranscript, join, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const transcript = `
[00:00:00] Int. : Comment êtes-vous arrivés ici ?
[00:00:05] A : Par ma sœur.
[00:00:20] Int. : Et ensuite ?
B : Par le train (rires), je crois.
[00:00:40] A : Voilà.
[00:00:50] Int. : Merci.
`
const BEGAN = 1_700_000_000_000

// A microphone that beeps, and a browser that does not ask.
test.use({
  launchOptions: {
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--autoplay-policy=no-user-gesture-required",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
    ...(process.env.BINOME_CHROMIUM ? { executablePath: process.env.BINOME_CHROMIUM } : {}),
  },
})

test.describe("after the event", () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: "serial" })
  let ana: Seat
  let nora: Seat
  let line: BadLine
  let noted: OpenedRoom
  let owner: Person
  let source: string
  let project: string
  let place: string

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    ;({ owner, project } = study)
    source = await importTranscript(server, owner, project, transcript, [owner.id, study.ben.id])
    await attachRecording(server, owner, source, "seconds.ogg")
    const observer = await join(server, owner, project, "observer", "Nelly")
    noted = await observer.room(`notes/${source}`)
    const put = { by: observer.id, kind: "sign", sign: "rires", text: "" } as const
    const { doc } = noted
    for (const [order, letter] of ["A", "B", "C"].entries())
      putEntry(doc, "people", { id: letter, letter, order, part: "participant", presence: "present" })
    putEntry(doc, "guide", { id: "q1", order: 1, text: "Arrivée", prompts: [], from: null })
    putEntry(doc, "guide", { id: "q2", order: 2, text: "Suite", prompts: [], from: null })
    putEntry(doc, "clock", { id: "began", at: BEGAN, by: observer.id, is: "began" })
    putEntry(doc, "marks", { ...put, id: "clap", at: BEGAN + 8_000, kind: "clap", who: [], sign: "" })
    putEntry(doc, "marks", { ...put, id: "laughs", at: BEGAN + 30_000, who: ["B"] })
    putEntry(doc, "ticks", { id: "t1", question: "q1", at: BEGAN + 4_000, by: observer.id })
    putEntry(doc, "ticks", { id: "t2", question: "q2", at: BEGAN + 20_000, by: observer.id })
    putEntry(doc, "clock", { id: "ended", at: BEGAN + 60_000, by: observer.id, is: "ended" })
    place = `/projects/${project}/sources/${source}`
    await expect.poll(async () => (await notes()).clock.length).toBe(2)
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    line = await badLine(server.address)
    nora = await sitDown(
      browser,
      line.address,
      { email: "nelly@example.org", password: PASSWORD },
      { width: 820, theme: "dark", touch: true },
    )
  })
  test.afterAll(async () => {
    noted?.close()
    await ana?.context.close()
    await nora?.context.close()
    await line?.close()
  })
  const notes = () => owner.ask("GET", `/api/sources/${source}/notes`)

  test("[F12] who spoke how much stands in a table, with what is estimated, and who did not speak", async () => {
    const { page } = ana
    await page.goto(`${place}/live#after`)
    const speaking = page.getByRole("region", { name: say("speaking.label") })
    // 0–5 the question, 5–20 A, 20–? a question and B, whose border is estimated, 40–50 A; the end is not known.
    await expect(rowOf(speaking, "A")).toContainText("00:25")
    await expect(rowOf(speaking, "B")).toContainText("≈")
    await expect(rowOf(speaking, "B").getByRole("cell").nth(3)).toHaveText("5")
    await expect(rowOf(speaking, "C").getByRole("cell").first()).toHaveText("0")
    await expect(speaking).toContainText(say("speaking.silent", { letters: "C" }))
    await expect(speaking).toContainText(say("speaking.estimated"))
    await expect(speaking).toContainText(say("speaking.notLaid"))
    const download = page.waitForEvent("download")
    await button(speaking, say("speaking.export")).click()
    expect((await download).suggestedFilename()).toBe("speaking.csv")
    expect(await obstacles(page)).toEqual([])
  })

  test("[F13] the notes are dragged until the clap sits on its sound: mouse, keys, touch; undone step by step, and heard", async () => {
    const { page } = ana
    const lane = page.getByRole("slider", { name: say("notes.laying.lane") })
    const clapAt = async (ms: number) =>
      expect(lane).toHaveAttribute("aria-valuetext", new RegExp(`^Clap à 00:${exact(ms)}$`))
    await clapAt(8_000)
    await lane.scrollIntoViewIfNeeded()
    const box = (await lane.boundingBox())!
    // Thirty seconds are shown.
    const px = (ms: number) => (ms / 30_000) * box.width
    const [x, y] = [box.x + px(8_000), box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + px(2_000), y, { steps: 4 })
    await expect(page.locator(".live-laying")).toContainText("+2,0 s")
    // Shown while it is dragged, kept when it is let go of.
    expect((await notes()).alignment).toBeNull()
    await page.mouse.move(x + px(4_000), y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await notes()).alignment?.by).toBe("hand")
    await lane.focus()
    for (const key of ["Shift+ArrowRight", "ArrowLeft", "ArrowRight", "ArrowRight"])
      await page.keyboard.press(key)
    const offset = async () => (await notes()).alignment.offsetMs + BEGAN
    const placed = 5_100
    await expect.poll(async () => Math.abs((await offset()) - placed)).toBeLessThan(100)
    const kept = await offset()
    await clapAt(8_000 + kept)
    await page.keyboard.press("Shift+ArrowLeft")
    await expect.poll(offset).toBe(kept - 1_000)
    await page.keyboard.press("ControlOrMeta+z")
    await expect.poll(offset).toBe(kept)
    await page.keyboard.press("Enter")
    await expect(button(page, say("desk.player.pause"))).toBeVisible()
    await expect(page.getByText("00:12", { exact: true }).first()).toBeVisible()
    await button(page, say("desk.player.pause")).click()
    // Laid, what was said counts by question: the second was put 20 s after the beginning, at 25 s of the recording.
    const speaking = page.getByRole("region", { name: say("speaking.label") })
    await speaking.getByLabel(say("speaking.of")).selectOption({ label: "Suite" })
    await expect(rowOf(speaking, "A").getByRole("cell").first()).toHaveText("1")
    await expect(rowOf(speaking, "B").getByRole("cell").first()).toHaveText("1")

    // On a tablet, by a finger; somebody else has laid them meanwhile, which Ana does not undo.
    const tablet = nora.page
    await tablet.goto(`${place}/live#after`)
    await button(tablet, say("notes.alignment.again")).click()
    const theirs = tablet.getByRole("slider", { name: say("notes.laying.lane") })
    await theirs.scrollIntoViewIfNeeded()
    const at = (await theirs.boundingBox())!
    const finger = await nora.context.newCDPSession(tablet)
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", moved: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: at.x + at.width / 2 + moved, y: at.y + 20 }],
      })
    await touch("touchStart", 0)
    for (const moved of [-20, -50, -80]) await touch("touchMove", moved)
    await touch("touchEnd", 0)
    const moved = kept - (80 / at.width) * 30_000
    await expect.poll(async () => Math.abs((await offset()) - moved)).toBeLessThan(100)
    await expect(button(page, say("notes.laying.undo"))).toBeDisabled()
    await button(tablet, say("notes.laying.undo")).click()
    await expect.poll(offset).toBe(kept)
    expect(await obstacles(page)).toEqual([])
    expect(await obstacles(tablet)).toEqual([])
  })

  test("[F31] the transcript is cut where the questions were put: shown first, taken back, kept when it is saved", async () => {
    const { page } = ana
    await page.goto(`${place}/passages`)
    const passages = page.getByRole("region", { name: /^Passage \d+$/ })
    await expect(passages).toHaveCount(1)
    await button(page, say("source.passages.questions.act")).click()
    const dialog = page.getByRole("dialog")
    await expect(dialog.getByRole("checkbox")).toHaveCount(2)
    await expect(dialog.getByRole("listitem").first()).toContainText(
      say("source.passages.questions.byTick", { turn: 1, position: "00:09" }),
    )
    await expect(dialog.getByRole("listitem").last()).toContainText("Et ensuite ?")
    expect(await obstacles(page)).toEqual([])
    const cut = button(dialog, say("source.passages.questions.cut"))
    await dialog.getByRole("checkbox").last().uncheck()
    await dialog.getByRole("checkbox").first().uncheck()
    await expect(cut).toBeDisabled()
    await dialog.getByRole("checkbox").last().check()
    // A few words before the first belong to it.
    await expect(dialog.getByRole("status")).toHaveText(/^1 passage/)
    await dialog.getByRole("checkbox").first().check()
    await cut.click()
    await expect(passages).toHaveCount(2)
    await expect(passages.last().getByRole("listitem").first()).toContainText("Et ensuite ?")
    await button(page, say("source.passages.questions.undo")).click()
    await expect(passages).toHaveCount(1)
    await button(page, say("source.passages.questions.act")).click()
    await cut.click()
    expect((await owner.ask("GET", `/api/sources/${source}`)).passages).toHaveLength(1)
    await button(page, say("source.passages.save")).click()
    await expect(page.getByRole("link", { name: say("source.passages.next") })).toBeVisible()
    await page.reload()
    await expect(passages).toHaveCount(2)
  })

  test("[F15, F16] a line of several is mended for one or for all; names of the key are counted before a table goes out", async () => {
    const { page } = ana
    await page.goto(`${place}/live#after`)
    const list = page.getByRole("region", { name: say("notes.after.list") })
    // Ana saw it too, and wrote something else beside it.
    const mark = { kind: "sign", sign: "rires", who: ["B"], at: BEGAN + 31_000 } as const
    putEntry(noted.doc, "marks", { ...mark, id: "too", by: owner.id, text: "gênée, dit Zuleika" })
    const lines = list.getByRole("listitem")
    await expect(lines).toHaveCount(2)
    await expect(lines.nth(1)).toContainText("gênée, dit Zuleika")
    await button(lines.nth(1), /^Corriger\s:/).click()
    await expect(list.getByRole("radio", { name: say("notes.mark.own") })).toBeChecked()
    await list.getByText(say("notes.mark.all"), { exact: true }).click()
    await button(list, say("notes.who.of", { letter: "A" })).click()
    const said = async () =>
      Object.fromEntries((await notes()).marks.map(({ id, who }: { id: string; who: unknown }) => [id, who]))
    await expect.poll(said).toMatchObject({ laughs: ["B", "A"], too: ["B", "A"] })
    await list.getByText(say("notes.mark.own"), { exact: true }).click()
    await button(list, say("notes.who.of", { letter: "C" })).click()
    await expect.poll(said).toMatchObject({ laughs: ["B", "A"], too: ["B", "A", "C"] })
    // Apart now; what is open is still Ana's.
    await expect(lines).toHaveCount(3)
    await button(list, say("notes.mark.remove")).click()
    await expect(lines).toHaveCount(2)
    putEntry(noted.doc, "marks", { ...mark, id: "named", by: owner.id, text: "Zuleika part" })
    await owner.ask("POST", `/api/sources/${source}/pseudonyms`, { name: "Zuleika" })
    await expect(lines.nth(2)).toContainText("Zuleika part")
    await button(list, say("notes.after.export")).click()
    const asks = page.getByRole("alertdialog")
    await expect(asks).toContainText(say("notes.after.named", { count: 1 }))
    const download = page.waitForEvent("download")
    await button(asks, say("pseudonyms.export.act")).click()
    expect((await download).suggestedFilename()).toBe("notes.csv")
    // Others of this project have no such key.
    const keys = `/api/projects/${project}/pseudonyms`
    for (const { id } of (await owner.ask("GET", keys)).pseudonyms) await owner.ask("DELETE", `${keys}/${id}`)
  })

  test("[F17] closed by who prepares, the notes are read by an observer and not written; what waited on the device enters when they are open", async () => {
    const tablet = nora.page
    await tablet.reload()
    const mend = button(tablet, /^Corriger\s:/)
    await expect(mend.first()).toBeVisible()
    const synthesis = tablet.getByRole("textbox", { name: say("notes.debriefing.synthesis") })
    await synthesis.click()
    line.cut()
    await nora.context.setOffline(true)
    await tablet.keyboard.type("Écrit sans ligne.")
    await expect(tablet.getByText(say("common.sync.hereOffline")).first()).toBeVisible()
    await button(ana.page, say("notes.closing.close")).click()
    await expect(ana.page.getByText(say("notes.closing.closed"))).toBeVisible()
    line.mend()
    await nora.context.setOffline(false)
    await expect(tablet.getByText(say("notes.closing.waits"))).toBeVisible({ timeout: 30_000 })
    await expect(mend).toHaveCount(0)
    await expect(button(tablet, say("notes.alignment.again"))).toHaveCount(0)
    await expect(synthesis).toHaveAttribute("aria-readonly", "true")
    const written = ana.page.getByRole("textbox", { name: say("notes.debriefing.synthesis") })
    await expect(written).not.toContainText("Écrit")
    await button(ana.page, say("notes.closing.reopen")).click()
    await expect(written).toContainText("Écrit sans ligne.", { timeout: 30_000 })
    await expect(mend.first()).toBeVisible()
  })

  test("[F14, F18, F19, F30] an observer comes from the overview to the notes, records the event there, and gives it its recording", async ({
    shared: { server },
  }) => {
    const tablet = nora.page
    const form = { kind: "focus-group", title: "Groupe enregistré", coders: [owner.id] }
    const made = await prepared(server, owner, project, form)
    await tablet.goto(`/projects/${project}`)
    await tablet.getByRole("link", { name: form.title }).click()
    await tablet.waitForURL(`**/sources/${made}/live`)
    await button(tablet, say("recorder.record")).tap()
    await expect(tablet.getByRole("timer", { name: say("recorder.elapsed") })).toHaveText("00:02")
    await button(tablet, say("recorder.stop")).tap()
    // More of it, by another microphone; which one is heard is said.
    const another = "Fake Audio Input 2"
    await tablet.getByLabel(say("recorder.microphone.label")).selectOption({ label: another })
    await button(tablet, say("recorder.more")).tap()
    await expect(tablet.getByText(say("recorder.microphone.now", { name: another }))).toBeVisible()
    await expect(tablet.getByRole("timer", { name: say("recorder.elapsed") })).toHaveText("00:04")
    // As a crash leaves it: told where the project begins and at another's notes, and found again at its own.
    tablet.once("dialog", (dialog) => void dialog.accept())
    await tablet.goto(`${place}/live`)
    const waits = tablet.getByText(say("recorder.noticeOf", { count: 1, title: form.title }))
    await expect(waits).toBeVisible()
    expect(await obstacles(tablet)).toEqual([])
    await tablet.goto(`/projects/${project}`)
    await expect(waits).toBeVisible()
    await tablet.getByRole("link", { name: say("recorder.noticeAct") }).click()
    await tablet.waitForURL(`**/sources/${made}/live`)
    await expect(waits).toHaveCount(0)
    await expect(tablet.getByLabel(say("recorder.microphone.label"))).toHaveValue(/./)
    await expect(tablet.getByLabel(say("recorder.microphone.label")).locator("option:checked")).toHaveText(
      another,
    )
    await button(tablet, say("recorder.use")).tap()
    const recording = async () => (await owner.ask("GET", `/api/sources/${made}`)).recording
    await expect.poll(async () => (await recording())?.durationMs ?? 0).toBeGreaterThan(3_500)
    await expect(button(tablet, say("recorder.record"))).toHaveCount(0)

    // The owner puts a file in its place that a recorder wrote as it heard: it says its length, and can be jumped into.
    const { page } = ana
    await page.goto(`/projects/${project}`)
    const raw = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const recorder = new MediaRecorder(stream, { mimeType: "audio/webm;codecs=opus" })
      const pieces: Blob[] = []
      recorder.ondataavailable = ({ data }) => pieces.push(data)
      const stopped = new Promise((resolve) => {
        recorder.onstop = resolve
      })
      recorder.start(500)
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      recorder.stop()
      await stopped
      for (const track of stream.getTracks()) track.stop()
      const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
      return btoa(String.fromCharCode(...bytes))
    })
    await button(page, say("overview.acts.label", { title: form.title })).click()
    await page.getByRole("menuitem", { name: say("overview.acts.otherRecording") }).click()
    const file = { name: "brut.webm", mimeType: "audio/webm", buffer: Buffer.from(raw, "base64") }
    await page.getByLabel(say("overview.recording.file")).setInputFiles(file)
    await expect(page.getByRole("dialog")).toHaveCount(0)
    const heard = await page.evaluate(async (address) => {
      const audio = new Audio(address)
      await new Promise((resolve, reject) => {
        audio.onloadedmetadata = resolve
        audio.onerror = reject
      })
      audio.currentTime = 1.5
      await new Promise((resolve) => {
        audio.onseeked = resolve
      })
      return { long: audio.duration, at: audio.currentTime }
    }, `/api/sources/${made}/recording`)
    expect(heard.long).toBeGreaterThan(2)
    expect(heard.long).toBeLessThan(3.5)
    expect(heard.at).toBe(1.5)
    expect(Math.abs((await recording()).durationMs - heard.long * 1_000)).toBeLessThan(100)
  })
})

/** As it is written of a place, to the tenth. */
const exact = (ms: number) =>
  `${String(Math.floor(Math.round(ms / 100) / 10)).padStart(2, "0")},${Math.round(ms / 100) % 10}`

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
const rowOf = (table: Locator, who: string) =>
  table.getByRole("row").filter({ has: table.page().getByRole("rowheader", { name: who, exact: true }) })

/** An event: a source without words and without a recording. */
async function prepared(
  { address }: { readonly address: string },
  owner: Person,
  project: string,
  {
    title,
    kind,
    coders,
  }: { readonly title: string; readonly kind: string; readonly coders: readonly string[] },
): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ title, kind, blindness: "passage", begins: "event" }))
    form.set(name, value)
  form.set("coders", JSON.stringify(coders))
  const answer = await fetch(`${address}/api/projects/${project}/sources`, {
    method: "POST",
    body: form,
    headers: { cookie: owner.cookie, origin: address },
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}
