/** Live notes beside the words: seen at their turns, put in by one key, taken back, read while one codes. */
import { expect, type Page } from "@playwright/test"
import * as Y from "yjs"
import { isLost } from "../../core/anchor"
import { heardAt } from "../../core/fieldNotes"
import { textOf } from "../../core/text"
import { resolveAnchor } from "../../core/ydoc/anchors"
import { align, putEntry } from "../../core/ydoc/fieldNotes"
import { readLayer } from "../../core/ydoc/layer"
import { readTranscript } from "../../core/ydoc/source"
import { type Seat, sitDown } from "../support/browsers"
import { codeMany } from "../support/manyCodings"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import type { OpenedRoom, Person } from "../support/person"
import { attachRecording, importTranscript, join, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const transcript = `
[00:00:00] Int. : Comment avez-vous appris à renouveler ces traitements ?
[00:00:05] M7 : On hérite. C’est mon prédécesseur, ou l’hôpital.
[00:00:15] Int. : Et la fois suivante ?
[00:00:20] M7 : La fois suivante il y a le genou.
[00:00:30] Int. : Qu’est-ce qu’il y a derrière ?
[00:00:40] M7 : De la peur, je crois.
`
const remark = (who: string, what: string) => `(${say("notes.beside.of", { who, what })})`
const LAUGHS = remark("B et C", "rires")
const CODED = "la fois suivante"

test.describe("live notes beside the words", () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: "serial" })
  let ana: Seat
  let ben: Seat
  let noted: OpenedRoom
  let owner: Person
  let coder: Person
  let source: string
  let place: string

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    ;({ owner, ben: coder } = study)
    source = await importTranscript(server, owner, study.project, transcript, [owner.id, coder.id])
    await attachRecording(server, owner, source, "seconds.ogg")
    await codeMany(coder, source, [{ code: "durée", words: CODED }])
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    const nora = await join(server, owner, study.project, "observer", "Nora")
    noted = await nora.room(`notes/${source}`)
    const began = 1_700_000_000_000
    const mark = (id: string, seconds: number, sign: string, who: "all" | string[], text = "") => {
      const kind = sign === "" ? ("note" as const) : ("sign" as const)
      putEntry(noted.doc, "marks", { id, at: began + seconds * 1_000, by: nora.id, kind, who, sign, text })
    }
    putEntry(noted.doc, "clock", { id: "began", at: began, by: nora.id, is: "began" })
    mark("laughs", 117, "rires", ["B", "C"])
    mark("note", 132, "", ["A"], "regarde la porte")
    mark("silence", 145, "silence", [])
    // By hand: what was noted after 117 s is heard at 17 s.
    align(noted.doc, heardAt(began + 117_000, 17_000))
    place = `/projects/${study.project}/sources/${source}`
    await expect
      .poll(async () => (await owner.ask("GET", `/api/sources/${source}/notes`)).alignment)
      .not.toBeNull()
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
  })
  test.afterAll(async () => {
    noted?.close()
    await ana?.context.close()
    await ben?.context.close()
  })

  const codedWords = async () => {
    const rooms = [
      await coder.room(`source/${source}`),
      await coder.room(`layer/${source}/${coder.id}`),
    ] as const
    const [{ doc }, layer] = rooms
    const text = textOf(readTranscript(doc).turns)
    const words = readLayer(layer.doc).codings.map(({ anchor }) => {
      const span = resolveAnchor(doc, text, anchor)
      return isLost(span) ? null : text.slice(span.from, span.to)
    })
    for (const room of rooms) room.close()
    return words
  }

  test("[F10, F11] stand at the turn they are heard in; one key puts a sign in, undo takes it out, on both screens", async () => {
    for (const { page } of [ana, ben]) await page.goto(`${place}/transcribe`)
    const [mine, theirs] = [ana.page, ben.page]
    await expect(beside(mine, 3)).toContainText("B, C · rires")
    await expect(beside(mine, 3)).toContainText("00:17")
    await expect(beside(mine, 5)).toContainText("A : regarde la porte")
    await expect(beside(mine, 6)).toContainText("silence")
    const tops = await Promise.all([beside(mine, 3), turn(mine, 3)].map((each) => each.boundingBox()))
    expect(Math.abs(tops[0]!.y - tops[1]!.y)).toBeLessThan(8)

    // The cursor is in a word of that turn.
    await turn(mine, 3).click()
    await mine.keyboard.press("Home")
    await mine.keyboard.press("ArrowRight")
    await mine.keyboard.press("Alt+KeyG")
    for (const page of [mine, theirs]) {
      await expect(turn(page, 3)).toHaveText(`Et ${LAUGHS} la fois suivante ?`)
      await expect(beside(page, 3)).toContainText(say("notes.beside.isPut"))
      await expect(puts(page, LAUGHS)).toHaveCount(0)
    }
    expect(await codedWords()).toEqual([CODED])
    await mine.keyboard.press("Control+z")
    for (const page of [mine, theirs]) {
      await expect(turn(page, 3)).toHaveText("Et la fois suivante ?")
      await expect(beside(page, 3)).not.toContainText(say("notes.beside.isPut"))
    }
    expect(await codedWords()).toEqual([CODED])

    // What is looked at goes in, not what is next; at the end of its turn, for the cursor is elsewhere.
    await turn(theirs, 1).click()
    await beside(theirs, 5).getByText("regarde la porte").hover()
    await theirs.keyboard.press("Alt+KeyG")
    await expect(turn(mine, 5)).toHaveText(
      `Qu’est-ce qu’il y a derrière ? ${remark("A", "regarde la porte")}`,
    )
    // By the button as well.
    await puts(theirs, "(silence)").click()
    await expect(turn(mine, 6)).toHaveText("De la peur, je crois. (silence)")
    expect(await obstacles(mine)).toEqual([])

    // From a note to its place in the recording.
    await beside(mine, 5)
      .getByRole("button", { name: say("notes.after.play", { position: "00:32" }) })
      .click()
    await expect(mine.locator(".turn.sounding")).toContainText(/genou|derrière/)
    await mine.keyboard.press("Escape")
  })

  test("[C46, F11] go in by the key of whoever reads along, at the turn that is read", async () => {
    const [mine, theirs] = [ana.page, ben.page]
    await turn(mine, 3).click()
    await mine.getByRole("button", { name: say("transcribe.rereading.start"), exact: true }).click()
    await theirs.getByRole("button", { name: say("transcribe.rereading.join") }).click()
    await expect(turn(theirs, 3)).toHaveClass(/reread/)
    await turn(theirs, 2).click()
    await theirs.mouse.move(5, 5)
    await theirs.keyboard.press("Alt+KeyG")
    for (const page of [mine, theirs])
      await expect(turn(page, 3)).toHaveText(`Et la fois suivante ? ${LAUGHS}`)
    expect(await codedWords()).toEqual([CODED])
  })

  test("fold away where there is no room beside the words", async () => {
    const { page } = ana
    await page.setViewportSize({ width: 820, height: 1000 })
    const fold = page.getByText(say("notes.beside.count", { count: 3 }))
    await fold.click()
    await expect(beside(page, 5)).toContainText(say("notes.beside.isPut"))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await obstacles(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 1000 })
  })

  test("[F10] are read beside the passage while one codes, and what was written about the group", async () => {
    for (const [field, words] of [
      ["synthesis", "Le groupe a ri ensemble."],
      ["later", "B écrit le lendemain : elle a arrêté."],
    ] as const) {
      const paragraph = new Y.XmlElement("paragraph")
      paragraph.insert(0, [new Y.XmlText(words)])
      noted.doc.getXmlFragment(field).insert(0, [paragraph])
    }
    await owner.ask("DELETE", `/api/sources/${source}/transcribing`)
    const { page } = ben
    await page.goto(`${place}/code`)
    const side = page.getByRole("complementary", { name: say("desk.side.label") })
    const lines = side.getByRole("list", { name: say("notes.beside.label") })
    await expect(lines.getByRole("listitem")).toHaveText([
      /00:17.*rires/,
      /00:32.*la porte/,
      /00:45.*silence/,
    ])
    // To be read: nothing of them is changed here.
    await expect(lines.getByRole("button", { name: /verbatim/ })).toHaveCount(0)
    await side.getByText(say("notes.debriefing.label"), { exact: true }).click()
    const synthesis = side.getByRole("region", { name: say("notes.debriefing.synthesis") })
    await expect(synthesis).toContainText("Le groupe a ri ensemble.")
    await expect(synthesis.locator("[contenteditable=true]")).toHaveCount(0)
    await expect(side.getByRole("region", { name: say("notes.debriefing.later") })).toContainText("B écrit")
    await expect(side.getByText(say("notes.debriefing.impressions"))).toHaveCount(0)
    expect(await obstacles(page)).toEqual([])
    expect(await codedWords()).toEqual([CODED])
  })
})

/** Turns are counted from one, as they are named. */
const turn = (page: Page, number: number) => page.locator(".turns > .turn").nth(number - 1)

const beside = (page: Page, number: number) =>
  page.getByRole("region", { name: say("notes.beside.ofTurn", { number }) })

const puts = (page: Page, remark: string) =>
  page.getByRole("button", { name: say("notes.beside.put", { remark }), exact: true })
