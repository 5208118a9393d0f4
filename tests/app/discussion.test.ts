import { describe, expect, it } from "vitest"
import { choicesFor, emptyDraft, verdictOf } from "../../app/_discussion/draft"
import { foretell } from "../../app/_discussion/foretell"
import { namesOf } from "../../app/_discussion/names"
import { beginningOf } from "../../app/_discussion/quoteText"
import { disputedSpans, extentsOf, readingsOf, waitsFor } from "../../app/_discussion/readings"
import { countToDiscuss, inReadingOrder, sectionsOf } from "../../app/_discussion/sections"
import type { Standing } from "../../core/reading"
import type { FlagView, RevealedCoding } from "../../core/view"

/** "a fear 0-9": side, code, words; characters are ten a word. */
function coding(said: string): RevealedCoding {
  const [side, code, words] = said.split(" ") as ["a" | "b", string, string]
  const [from, to] = words.split("-").map(Number) as [number, number]
  return {
    unit: said,
    id: said,
    passage: "p",
    coder: side === "a" ? "ana" : "ben",
    side,
    code,
    text: { from: from * 10, to: to * 10 },
    words: { from, to },
    quote: "",
    memo: null,
    group: null,
  }
}

const open: Standing = { is: "open", listenedBy: [], listenedTogether: false }
const proposedBy = (by: string): Standing => ({
  is: "proposed",
  proposal: { id: "x", revision: 1, by, verdict: { kind: "both" }, reason: "", oral: false, at: "" },
})
const parked: Standing = {
  is: "parked",
  until: "M12",
  resolution: {
    id: "r",
    verdict: { kind: "parked", until: "M12" },
    reason: "",
    at: "",
    how: "consensus",
    proposal: "x",
    by: [],
  },
}
const settled: Standing = { is: "settled", by: "tolerance", merge: null }

function flag(kind: FlagView["kind"], units: readonly string[], standing: Standing = open): FlagView {
  const all = units.map(coding)
  const words = {
    from: Math.min(...all.map((u) => u.words.from)),
    to: Math.max(...all.map((u) => u.words.to)),
  }
  return {
    id: units.join("+"),
    passage: "p",
    kind,
    kindAtReveal: kind,
    level: false,
    codes: [...new Set(all.map((unit) => unit.code))].sort(),
    units,
    beside: [],
    text: { from: words.from * 10, to: words.to * 10 },
    words,
    quote: "",
    clip: null,
    standing,
    revision: 0,
    listenings: [],
    outcome: [],
    history: [],
  }
}

const codingsOf = (...flags: readonly FlagView[]) =>
  Object.fromEntries(flags.flatMap(({ units }) => units.map((unit) => [unit, coding(unit)])))
const readings = (...units: readonly string[]) => readingsOf({ units }, codingsOf(flag("code", units)))
const spans = (...units: readonly string[]) =>
  disputedSpans(readings(...units)).map(({ from, to }) => `${from}-${to}`)
const ana = { me: "ana", isCoder: true, discussBoundaries: false }

describe("the words that are tinted", () => {
  it("are those both read, where they read them differently", () => {
    expect(spans("a fear 0-9", "b anger 4-12")).toEqual(["40-90"])
  })
  it("are those only one took in, where they cut differently", () => {
    expect(spans("a fear 0-9", "b fear 4-12")).toEqual(["0-40", "90-120"])
  })
  it("are all that one alone coded", () => {
    expect(spans("b fear 4-12")).toEqual(["40-120"])
  })
  it("and the extents are counted in words", () => {
    expect(extentsOf(readings("a fear 0-9", "b fear 4-12"))).toEqual({ a: 9, b: 8, common: 5 })
  })
})

describe("the list", () => {
  const flags = [
    flag("omission", ["b joy 50-55"]),
    flag("code", ["a fear 20-29", "b anger 24-32"]),
    flag("code", ["a fear 0-9", "b anger 4-12"]),
    flag("code", ["a door 60-69", "b wall 64-72"], proposedBy("ben")),
    flag("code", ["a sun 80-89", "b moon 84-92"], proposedBy("ana")),
    flag("boundary", ["a time 70-72", "b time 71-79"]),
    flag("omission", ["a rain 95-99"], parked),
    flag("omission", ["a snow 99-104"], settled),
  ]
  const drawn = (reader = ana) =>
    sectionsOf(flags, reader).map(({ name, topics }) => [
      name,
      topics.map((topic) => `${topic.codes.join("/")} ${topic.flags.length}`).join(", "),
    ])

  it("puts first what waits for the reader, last what is quiet or settled", () => {
    expect(drawn()).toEqual([
      ["mine", "door/wall 1"],
      ["open", "anger/fear 2, joy 1"],
      ["theirs", "moon/sun 1"],
      ["parked", "rain 1"],
      ["boundaries", "time 1"],
      ["settled", "snow 1"],
    ])
  })
  it("has nothing waiting for somebody who only looks", () => {
    expect(drawn({ ...ana, me: "claire", isCoder: false }).map(([name]) => name)).not.toContain("mine")
    expect(drawn().map(([name]) => name)).toContain("mine")
  })
  it("counts different cuttings only where the project discusses them", () => {
    expect(countToDiscuss(flags, ana)).toBe(5)
    expect(countToDiscuss(flags, { ...ana, discussBoundaries: true })).toBe(6)
  })
  it("is walked through in the order of the eye, every flag once", () => {
    const walked = inReadingOrder(sectionsOf(flags, ana))
    expect(walked).toHaveLength(flags.length)
    expect(walked[1]!.id).toBe("a fear 0-9+b anger 4-12")
  })
  it("[R7] waits for the one who did not propose", () => {
    expect([waitsFor(flags[3]!, "ana"), waitsFor(flags[3]!, "ben"), waitsFor(flags[0]!, "ana")]).toEqual([
      "me",
      "other",
      null,
    ])
  })
})

describe("what is about to be said", () => {
  const both = readings("a fear 0-9", "b anger 4-12")

  it("is nothing before something is chosen", () => {
    expect(verdictOf({ ...emptyDraft, reason: "because" }, both)).toBeNull()
  })
  it("[R4] merges into the name that stays", () => {
    expect(verdictOf({ ...emptyDraft, choice: "same-idea" }, both)).toEqual({
      kind: "same-idea",
      by: "merging",
      from: "anger",
      into: "fear",
    })
    expect(verdictOf({ ...emptyDraft, choice: "same-idea", into: "anger" }, both)).toMatchObject({
      from: "fear",
      into: "anger",
    })
  })
  it("follows merges made since: two codes that are one by now cannot be merged", () => {
    expect(verdictOf({ ...emptyDraft, choice: "same-idea" }, both, () => "one")).toBeNull()
  })
  it.each([
    ["whole", { from: 0, to: 12 }],
    ["a", { from: 0, to: 9 }],
    ["common", { from: 4, to: 9 }],
  ] as const)("puts other codes on %s", (extent, words) => {
    expect(verdictOf({ ...emptyDraft, choice: "other", codes: ["joy"], extent }, both)).toEqual({
      kind: "other",
      codes: ["joy"],
      words,
    })
  })
  it("is incomplete without codes, without words, without what is waited for", () => {
    const incomplete = [
      { ...emptyDraft, choice: "other" as const },
      { ...emptyDraft, choice: "other" as const, codes: ["joy"], extent: "own" as const },
      { ...emptyDraft, choice: "parked" as const, until: "  " },
    ]
    expect(incomplete.map((draft) => verdictOf(draft, both))).toEqual([null, null, null])
  })
  it("of what one alone coded is to keep it or to drop it", () => {
    const lone = readings("b fear 4-12")
    expect(choicesFor("omission", lone)).toEqual(["b", "a", "other", "parked"])
    expect(verdictOf({ ...emptyDraft, choice: "a" }, lone)).toEqual({ kind: "reading", of: "a" })
  })
})

describe("saying that it is the same idea", () => {
  const first = flag("code", ["a fear 0-9", "b anger 4-12"])
  const near = flag("code", ["a fear 20-29", "b anger 20-28"])
  const crossed = flag("code", ["a anger 40-49", "b fear 40-48"])
  const far = flag("code", ["a fear 60-69", "b anger 68-80"])
  const otherPair = flag("code", ["a fear 90-99", "b joy 90-99"])
  const decided = flag("code", ["a fear 100-109", "b anger 100-109"], settled)
  const flags = [first, near, crossed, far, otherPair, decided]
  const among = { flags, codings: codingsOf(...flags), tolerance: 0.5 }

  it("[R2] by merging settles the flags that overlap enough, and leaves cuttings of the others (R3)", () => {
    expect(foretell(first, "merging", among)).toEqual({ settled: 2, leftAsBoundary: 1 })
  })
  it("[R2] by relating settles them all", () => {
    expect(foretell(first, "relating", among)).toEqual({ settled: 3, leftAsBoundary: 0 })
  })
})

describe("names", () => {
  const person = (id: string, name: string, side: "a" | "b" | null) => ({
    id,
    name,
    role: "coder" as const,
    side,
  })
  const people = (...all: ReturnType<typeof person>[]) => ({
    people: Object.fromEntries(all.map((each) => [each.id, each])),
    suggested: { s: "en attente" },
  })
  const codebook = { codes: {}, merges: {} }

  it("are first names, unless two are called alike", () => {
    const two = namesOf(people(person("1", "Ana Lefort", "a"), person("2", "Ben Marchand", "b")), codebook)
    expect([two.call("1"), two.call("2")]).toEqual(["Ana", "Ben"])
    const alike = namesOf(people(person("1", "Ana Lefort", "a"), person("2", "Ana Roux", "b")), codebook)
    expect([alike.call("1"), alike.call("2")]).toEqual(["Ana Lefort", "Ana Roux"])
  })
  it("know a code that is only suggested", () => {
    expect(namesOf(people(), codebook).code("s")).toBe("en attente")
  })
  it("and quotes are cut between words", () => {
    expect(beginningOf("Je le vois à chaque fois", 12)).toBe("Je le vois à…")
    expect(beginningOf("court", 12)).toBe("court")
  })
})
