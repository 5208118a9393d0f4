import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import {
  type CheckTimes,
  countChecks,
  participantsOf,
  shortened,
  shownTurns,
  stateOf,
} from "../../core/memberCheck"
import { placeTurns } from "../../core/text"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { placeOfTurn, turnsAt } from "../../core/ydoc/turnPlaces"

const speakers = [
  { id: "i", label: "Int.", interviewer: true },
  { id: "p", label: "P1", interviewer: false },
  { id: "q", label: "P2", interviewer: false },
  { id: "silent", label: "P3", interviewer: false },
]
const said = (speaker: string | null, text: string) => ({ speaker, startMs: null, endMs: null, text })
const turns = [
  said("i", "How was it?"),
  said("p", "Hard, at first."),
  said("q", "Not for me."),
  said("p", " "),
  said("p", "Then less so."),
  said(null, "(laughter)"),
]
const placed = placeTurns(turns)

describe("[K4] what a link shows", () => {
  it("is what its reader said and nothing else, or all that was said", () => {
    const texts = (scope: "own" | "whole") =>
      shownTurns(placed, { speaker: "p", scope }).map(({ text }) => text)
    expect(texts("own")).toEqual(["Hard, at first.", "Then less so."])
    expect(texts("whole")).toEqual(turns.map(({ text }) => text).filter((text) => text.trim() !== ""))
    expect(shownTurns(placed, { speaker: "nobody", scope: "own" })).toEqual([])
  })

  it("is for who takes part and says something, not for who asks", () => {
    expect(participantsOf(speakers, placed)).toEqual([
      { id: "p", label: "P1", turns: 2, words: 6, begins: "Hard, at first." },
      { id: "q", label: "P2", turns: 1, words: 3, begins: "Not for me." },
    ])
  })

  it("begins with whole words", () => {
    expect(shortened("one two three", 20)).toBe("one two three")
    expect(shortened("one  two\nthree four five six seven", 26)).toBe("one two three four five…")
    expect(shortened("one twothree", 9)).toBe("one…")
    expect(shortened("x".repeat(100), 30)).toHaveLength(31)
  })
})

describe("[K1] how a link stands", () => {
  const now = new Date("2027-01-15T12:00:00Z")
  const fresh: CheckTimes = {
    expiresAt: new Date("2027-01-31T12:00:00Z"),
    revokedAt: null,
    firstOpenedAt: null,
    returnedAt: null,
  }
  it.each([
    ["sent", {}],
    ["opened", { firstOpenedAt: now }],
    ["expired", { firstOpenedAt: now, expiresAt: now }],
    ["revoked", { revokedAt: now, expiresAt: now }],
    ["returned", { returnedAt: now, revokedAt: now, expiresAt: now }],
  ] as const)("is %s", (state, change) => {
    expect(stateOf({ ...fresh, ...change }, now)).toBe(state)
  })

  it("[K9] is counted by participants, however many links they were sent; comments are counted all", () => {
    const link = { source: "s", speaker: "p", firstOpenedAt: null, returnedAt: null, comments: 0, handled: 0 }
    const counts = countChecks([
      link,
      { ...link, firstOpenedAt: now, returnedAt: now, comments: 3, handled: 1 },
      { ...link, firstOpenedAt: now, comments: 1 },
      { ...link, source: "t" },
      { ...link, speaker: "q", firstOpenedAt: now },
    ])
    expect(counts).toEqual({ sent: 3, opened: 2, returned: 1, comments: 4, handled: 1 })
  })
})

describe("[K6] the place of a turn", () => {
  const open = () => {
    const doc = new Y.Doc()
    writeTranscript(doc, { speakers, turns })
    return doc
  }
  const standing = (doc: Y.Doc) => placeTurns(readTranscript(doc).turns)

  it("names it still when turns before it came or went, and its own words were changed", () => {
    const doc = open()
    const place = placeOfTurn(doc, placed[4]!)!
    doc.getText("text").insert(0, "And tell me: ")
    const from = standing(doc)[4]!.from
    doc.getText("text").delete(from, 4)
    doc.getText("text").insert(from, "Later")
    expect(turnsAt(doc, standing(doc))(place)?.text).toBe("Later less so.")
    const [first, second] = standing(doc)
    doc.getText("text").delete(first!.from, second!.from)
    expect(turnsAt(doc, standing(doc))(place)?.text).toBe("Later less so.")
  })

  it("is none for a turn without words, and for what a stranger made up", () => {
    const doc = open()
    expect(placeOfTurn(doc, placeTurns([said("p", "")])[0]!)).toBeNull()
    const at = turnsAt(doc, placed)
    for (const place of [
      "",
      "1",
      "1.2",
      "-1.0",
      "x.y",
      "9999999999999999.1",
      "1.5.2",
      `${doc.clientID}.999999`,
    ])
      expect(at(place)).toBeNull()
    expect(at(placeOfTurn(doc, placed[1]!)!)?.index).toBe(1)
  })
})
