import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import {
  askedFrom,
  currentQuestion,
  currentSince,
  isExtra,
  nextQuestion,
  questionAt,
} from "../../core/eventGuide"
import type { AtTable, Part } from "../../core/fieldNotes"
import { type GuideQuestion, NO_ORIGIN } from "../../core/guide"
import { nearestSeat, reseated, seatAt, seated } from "../../core/seating"
import { eraseInEventFacts, setEventFact } from "../../core/ydoc/eventFacts"
import { putEntry, readFieldNotes } from "../../core/ydoc/fieldNotes"
import { takeGuide } from "../../core/ydoc/takeGuide"

const questions = (...ids: string[]): GuideQuestion[] =>
  ids.map((id) => ({ id, text: `${id} ?`, prompts: [{ id: `${id}-p`, text: "Et ?" }], origin: NO_ORIGIN }))

/** "A 1000" is a tick of A then. */
function tick(doc: Y.Doc, ...ticks: string[]) {
  for (const said of ticks) {
    const [question, at] = said.split(" ")
    putEntry(doc, "ticks", { id: `t${question}${at}`, question: question!, at: Number(at), by: "ana" })
  }
}
function add(doc: Y.Doc, id: string) {
  putEntry(doc, "guide", { id, order: 99, text: `${id} ?`, prompts: [], from: null })
}
const shown = (doc: Y.Doc) => {
  const notes = readFieldNotes(doc)
  return notes.guide.map((entry) => `${entry.id}${isExtra(notes, entry) ? " extra" : ""}`)
}

describe("an event's copy of a guide", () => {
  it("[F25] has the questions and prompts of the version, and what was added stays behind them", () => {
    const doc = new Y.Doc()
    add(doc, "mine")
    takeGuide(doc, { id: "v1", number: 1 }, questions("A", "B"))
    expect(shown(doc)).toEqual(["A", "B", "mine extra"])
    const { guide, event } = readFieldNotes(doc)
    expect(guide[0]).toEqual({
      id: "A",
      order: 0,
      text: "A ?",
      prompts: [{ id: "A-p", text: "Et ?" }],
      from: "v1",
    })
    expect(event.guide).toEqual({ id: "v1", number: 1 })
  })

  it("[F25] gives way to another version, but for what was put already", () => {
    const doc = new Y.Doc()
    takeGuide(doc, { id: "v1", number: 1 }, questions("A", "B", "C"))
    tick(doc, "B 1000")
    takeGuide(doc, { id: "v2", number: 2 }, questions("C", "D"))
    expect(shown(doc)).toEqual(["C", "D", "B extra"])
  })

  it("[F25] taken on two devices that were apart comes to the same on both", () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    takeGuide(one, { id: "v1", number: 1 }, questions("A", "B"))
    takeGuide(other, { id: "v1", number: 1 }, questions("A", "B"))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(shown(one)).toEqual(["A", "B"])
    expect(shown(other)).toEqual(["A", "B"])
  })

  it("[F3, F25] leaves out on reading what is no fact and no prompt", () => {
    const doc = new Y.Doc()
    doc.getMap("event").set("date", "2026-02-31")
    doc.getMap("event").set("place", { no: 1 })
    doc.getMap("event").set("guide", { id: "v", number: "1" })
    doc.getMap("guide").set("A", { order: 0, text: "A", prompts: ["x", { id: "p" }, { id: "q", text: "y" }] })
    doc.getMap("guide").set("B", { order: 1, text: "B" })
    const { event, guide } = readFieldNotes(doc)
    expect(event).toEqual({ date: null, place: "", guide: null, ticking: "put" })
    expect(guide.map(({ prompts, from }) => [prompts.length, from])).toEqual([
      [1, null],
      [0, null],
    ])
  })

  it("[F8] keeps day and version when a word is erased from the place", () => {
    const doc = new Y.Doc()
    setEventFact(doc, "date", "2026-11-30")
    setEventFact(doc, "place", "Chez Zuleika")
    setEventFact(doc, "guide", { id: "v", number: 2 })
    doc.getMap("event").set("else", "Zuleika")
    eraseInEventFacts(doc.getMap("event"), (text) => text.replace("Zuleika", "[⋯]"))
    const now = { date: "2026-11-30", place: "Chez [⋯]", guide: { id: "v", number: 2 } }
    expect(doc.getMap("event").toJSON()).toEqual(now)
  })
})

describe("what was asked", () => {
  const doc = new Y.Doc()
  takeGuide(doc, { id: "v1", number: 1 }, questions("A", "B", "C"))
  add(doc, "extra")
  tick(doc, "B 5000", "A 1000", "B 5200", "extra 9000", "gone 9500")
  const notes = readFieldNotes(doc)

  it("[F26] is told in its order, each until the next, the last as long as it goes on", () => {
    const said = (ended: number | null) =>
      askedFrom(notes, ended).asked.map(({ entry, ms, isExtra }) => [entry.id, ms, isExtra])
    expect(said(null)).toEqual([
      ["A", 4000, false],
      ["B", 4000, false],
      ["extra", null, true],
    ])
    expect(said(12_000).at(-1)).toEqual(["extra", 3000, true])
    expect(askedFrom(notes, null).left.map(({ id }) => id)).toEqual(["C"])
  })

  it("[F26] shows what is talked about, and what comes next", () => {
    expect(currentQuestion(notes)?.id).toBe("extra")
    expect(nextQuestion(notes)?.id).toBe("C")
    expect(currentSince(notes)).toBe(9_000)
    expect(currentQuestion({ ...notes, ticks: [] })).toBeNull()
  })

  it("[F26] where questions are ticked once they are done, each is from the tick before to its own", () => {
    const done = new Y.Doc()
    Y.applyUpdate(done, Y.encodeStateAsUpdate(doc))
    setEventFact(done, "ticking", "done")
    putEntry(done, "clock", { id: "began", at: 400, by: "ana", is: "began" })
    const notes = readFieldNotes(done)
    expect(askedFrom(notes, 12_000).asked.map(({ entry, at, ms }) => [entry.id, at, ms])).toEqual([
      ["A", 400, 600],
      ["B", 1_000, 4_000],
      ["extra", 5_000, 4_000],
    ])
    expect([currentQuestion(notes)?.id, currentSince(notes)]).toEqual(["C", 9_000])
    expect(currentSince({ ...notes, ticks: [] })).toBe(400)
    expect([500, 1_000, 1_001, 9_000, 9_001].map((at) => questionAt(notes, at))).toEqual([
      "A",
      "A",
      "B",
      "extra",
      null,
    ])
    expect([999, 1_000, 5_000, 20_000].map((at) => questionAt(readFieldNotes(doc), at))).toEqual([
      null,
      "A",
      "B",
      "extra",
    ])
    // It outlives the erasure of a word, and what is no such habit is none.
    eraseInEventFacts(done.getMap("event"), (text) => text)
    expect(readFieldNotes(done).event.ticking).toBe("done")
    done.getMap("event").set("ticking", "never")
    expect(readFieldNotes(done).event.ticking).toBe("put")
  })
})

describe("around a table", () => {
  const person = (letter: string, order: number, part: Part = "participant"): AtTable => {
    return { id: letter, letter, order, part, presence: "present" }
  }
  const people = [person("A", 0), person("O", 1, "observer"), person("B", 2), person("C", 3)]

  it("[F28] somebody takes a place and the others move up; who observes sits apart", () => {
    expect(seated(people).map(({ letter }) => letter)).toEqual(["A", "B", "C"])
    const now = reseated(people, "C", 0)
    expect(now.map(({ id }) => id)).toEqual(["C", "A", "B", "O"])
    expect(now.map(({ order }) => order)).toEqual([0, 1, 2, 3])
    expect(reseated(people, "O", 0)).toEqual([])
  })

  it("[F28] every seat is nearest to itself, and none is where another is", () => {
    for (const seats of [2, 5, 12])
      for (let place = 0; place < seats; place++) expect(nearestSeat(seatAt(place, seats), seats)).toBe(place)
  })
})
