import { describe, expect, it } from "vitest"
import { agreementOf } from "../../../core/agreement/agreement"
import type { CodedDocument, CodedSpan } from "../../../core/agreement/documents"
import type { AgreementParameters } from "../../../core/agreement/parameters"
import { unmatchedSegments } from "../../../core/agreement/unmatched"

/** "fear 2-9, care 4-6" */
const spans = (written: string): CodedSpan[] =>
  written === ""
    ? []
    : written.split(", ").map((each) => {
        const [, code, start, end] = /^(.+) (\d+)-(\d+)$/.exec(each)!
        return { code: code!, start: Number(start), end: Number(end) }
      })

const text = (
  length: number,
  coders: Record<string, string>,
  more: Partial<CodedDocument> = {},
): CodedDocument => ({
  id: "interview",
  length,
  coders: Object.entries(coders).map(([id, written]) => ({ id, spans: spans(written) })),
  ...more,
})

const ask = (document: CodedDocument | CodedDocument[], asked: Partial<AgreementParameters> = {}) =>
  agreementOf([document].flat(), asked)

const pairIn = (...[document, asked]: Parameters<typeof ask>) => ask(document, asked).codes[0]!.pairs[0]!

describe("[A7] what cannot be said", () => {
  const none = { value: null, reason: "no variation" }

  it("nobody used the code", () => {
    const { codes } = ask(text(20, { ana: "", ben: "" }), { codes: ["fear"] })
    const [pair] = codes[0]!.pairs
    expect(pair).toMatchObject({
      observed: { value: 1 },
      cohenKappa: none,
      scottPi: none,
      krippendorffAlpha: none,
    })
    expect(pair).toMatchObject({ bennettS: { value: 1 }, dice: none, jaccard: none })
    expect(codes[0]!.all).toMatchObject({ krippendorffAlpha: none, fleissKappa: none, uAlpha: none })
  })

  it("both coded everything", () => {
    const pair = pairIn(text(20, { ana: "fear 0-20", ben: "fear 0-20" }))
    expect(pair).toMatchObject({
      observed: { value: 1 },
      cohenKappa: none,
      krippendorffAlpha: none,
      dice: { value: 1 },
    })
  })

  it("one coder found nothing: κ is 0 exactly, α a little below", () => {
    for (const found of ["fear 0-7", "fear 3-4", "fear 0-20", "fear 1-18"]) {
      const pair = pairIn(text(20, { ana: found, ben: "" }))
      expect(pair.cohenKappa.value).toBe(0)
      expect(pair.krippendorffAlpha.value).toBeLessThanOrEqual(0)
      expect(pair.bennettS.value).toBeCloseTo(2 * pair.observed.value! - 1, 12)
    }
  })

  it("nothing to compare: no document, no text, one coder", () => {
    expect(ask([]).overall).toMatchObject({
      setAlphaDice: { value: null, reason: "no units" },
      pooledAlpha: { value: null, reason: "no units" },
      pairs: [],
    })
    expect(ask(text(0, { ana: "", ben: "" })).leftOut).toEqual([
      { document: "interview", because: "no units" },
    ])
    expect(ask(text(9, { ana: "fear 0-3" })).leftOut).toEqual([
      { document: "interview", because: "fewer than two coders" },
    ])
  })

  it("one code: nothing to tell apart; a code that never meets: coverage 0", () => {
    const one = ask(text(20, { ana: "fear 0-7", ben: "fear 2-9" }))
    expect(one.overall.exclusive.cuAlpha).toMatchObject({ value: null, reason: "one code" })
    const apart = ask(text(20, { ana: "fear 0-7, care 10-12", ben: "fear 2-9" }))
    const care = apart.codes.find(({ code }) => code === "care")!.all.kuAlpha
    expect(care).toMatchObject({ value: null, reason: "never met", coverage: { value: 0 } })
  })

  it("[A5] codes that exclude each other and overlap: refused, with the places", () => {
    const { exclusive } = ask(text(20, { ana: "fear 0-7, care 5-12", ben: "fear 2-9" })).overall
    expect(exclusive.uAlpha).toMatchObject({ value: null, reason: "overlapping units" })
    expect(exclusive.overlaps).toEqual(
      [{ document: "interview", coder: "ana", codes: ["fear", "care"], start: 5, end: 7 }].map((each) => ({
        ...each,
        codes: expect.arrayContaining(each.codes),
      })),
    )
    expect(exclusive.overlapCount).toBe(1)
    const chosen = ask(text(20, { ana: "fear 0-7, care 5-12", ben: "fear 2-9" }), { exclusive: ["fear"] })
    expect(chosen.overall.exclusive.uAlpha.value).not.toBeNull()
  })

  it("[A7] means leave out what is undefined, and say so", () => {
    const documents = [
      text(20, { ana: "fear 0-7", ben: "fear 0-7" }, { id: "one" }),
      text(20, { ana: "care 2-3", ben: "" }, { id: "two" }),
    ]
    const fear = ask(documents).codes.find(({ code }) => code === "fear")!.pairs[0]!
    expect(fear.macro.plain).toEqual({ mean: { value: 1 }, defined: 1, of: 2 })
    const { meanKappa } = ask(documents, { codes: ["care", "fear", "sleep"] }).overall.pairs[0]!
    expect(meanKappa).toMatchObject({ defined: 2, of: 2 })
  })
})

describe("[A4] what is data, and what is not", () => {
  it("a coder who is not there is missing; one who found nothing is not", () => {
    const here = text(20, { ana: "fear 0-7", ben: "fear 0-7" }, { id: "one" })
    const alone = ask([here, text(20, { ana: "fear 0-7" }, { id: "two" })])
    expect(alone.codes[0]!.pairs[0]!.cohenKappa.value).toBe(1)
    const empty = ask([here, text(20, { ana: "fear 0-7", ben: "" }, { id: "two" })])
    expect(empty.codes[0]!.pairs[0]!.cohenKappa.value).toBeLessThan(0.7)
    expect(empty.warnings).toContainEqual({ kind: "coder coded nothing", document: "two", coder: "ben" })
  })

  it("three coders, of whom not all saw all: each pair in what both saw", () => {
    const { codes, overall } = ask([
      text(10, { ana: "fear 0-5", ben: "fear 0-5", cy: "" }, { id: "one" }),
      text(30, { ben: "fear 1-4", cy: "fear 1-4" }, { id: "two" }),
    ])
    expect(
      codes[0]!.pairs.map(({ first, second, table: { both, neither } }) => [first, second, both, neither]),
    ).toEqual([
      ["ana", "ben", 5, 5],
      ["ana", "cy", 0, 5],
      ["ben", "cy", 3, 32],
    ])
    expect(overall.pairs.map(({ documents }) => documents)).toEqual([1, 1, 2])
  })

  it("text that cannot be coded does not count as agreement", () => {
    const coded = { ana: "fear 4-8", ben: "fear 4-10" }
    const masked = text(100, coded, { codable: [{ start: 4, end: 14 }] })
    expect(pairIn(masked).table).toEqual({ both: 4, first: 0, second: 2, neither: 4 })
    expect(pairIn(text(100, coded)).table.neither).toBe(94)
  })

  it("a span over what cannot be coded is one segment still", () => {
    const masked = text(
      30,
      { ana: "fear 0-20", ben: "" },
      {
        codable: [
          { start: 0, end: 5 },
          { start: 10, end: 30 },
        ],
      },
    )
    expect(ask(masked).codes[0]!.byCoder[0]).toMatchObject({ segments: 1, characters: 15 })
  })
})

describe("[A9] choosing codes", () => {
  const family = { "fear of needles": "fear", "fear of falling": "fear" }
  const coded = text(20, { ana: "fear of needles 0-8", ben: "fear of falling 4-10, fear 6-12" })

  it("a code above counts its whole subtree, once", () => {
    const { codes } = ask(coded, { parents: family, childrenCount: true, codes: ["fear"] })
    expect(codes[0]!.pairs[0]!.table).toEqual({ both: 4, first: 4, second: 4, neither: 8 })
    expect(codes[0]!.byCoder.map(({ segments }) => segments)).toEqual([1, 1])
  })

  it("or only what it was put on itself", () => {
    const { codes } = ask(coded, { parents: family, codes: ["fear"] })
    expect(codes[0]!.pairs[0]!.table).toEqual({ both: 0, first: 0, second: 6, neither: 14 })
  })

  it("codes left out enter no figure; circles of parents end", () => {
    const answer = ask(coded, {
      without: ["fear"],
      parents: { ...family, fear: "fear of needles" },
      childrenCount: true,
    })
    expect(answer.codes.map(({ code }) => code)).toEqual(["fear of falling", "fear of needles"])
    expect(answer.parameters.without).toEqual(["fear"])
  })

  it("every parameter is repeated, the usual ones too", () => {
    const { parameters } = ask(coded, { seed: 7 })
    expect(parameters).toMatchObject({
      seed: 7,
      unit: "character",
      leastOverlap: 0.9,
      draws: 0,
      cluster: "auto",
    })
    expect(parameters.codes).toEqual(["fear", "fear of falling", "fear of needles"])
  })
})

describe("[A3] units", () => {
  const turns = [0, 10, 20, 30].map((start) => ({ start, end: start + 10 }))
  const coded = text(40, { ana: "fear 8-21", ben: "fear 12-20" }, { units: { turn: turns } })
  const applied = (applies: AgreementParameters["applies"]) => pairIn(coded, { unit: "turn", applies }).table

  it("one character is enough, on both sides of a border", () => {
    expect(applied({ by: "one character" })).toEqual({ both: 1, first: 2, second: 0, neither: 1 })
  })

  it("or a share of the unit, or half of a span", () => {
    expect(applied({ by: "share of the unit", share: 0.2 })).toEqual({
      both: 1,
      first: 1,
      second: 0,
      neither: 2,
    })
    expect(applied({ by: "half of the span" })).toEqual({ both: 1, first: 0, second: 0, neither: 3 })
  })

  it("spans of one code share a unit between them", () => {
    const halves = text(
      10,
      { ana: "fear 0-3, fear 6-9", ben: "" },
      { units: { turn: [{ start: 0, end: 10 }] } },
    )
    const table = (share: number) =>
      pairIn(halves, { unit: "turn", applies: { by: "share of the unit", share } }).table
    expect(table(0.6).first).toBe(1)
    expect(table(0.7).first).toBe(0)
  })

  it("asymptotic errors only of units that stand apart, twenty at least", () => {
    const many = Array.from({ length: 25 }, (_, at) => ({ start: at, end: at + 1 }))
    const long = text(25, { ana: "fear 3-9", ben: "fear 5-12" }, { units: { turn: many } })
    expect(pairIn(long).error.z).toEqual({ value: null, reason: "dependent units" })
    expect(pairIn(coded, { unit: "turn" }).error.z).toEqual({ value: null, reason: "few units" })
    const { cohenKappa, error } = pairIn(long, { unit: "turn" })
    expect(error.low.value!).toBeLessThan(cohenKappa.value!)
    expect(error.high.value!).toBeGreaterThan(cohenKappa.value!)
  })

  it("are asked for by name where a document does not bring them, and refused where they overlap", () => {
    expect(() => ask(coded, { unit: "sentence" })).toThrow(/"interview".*give units\.sentence/)
    const bad = { ...coded, units: { turn: [...turns, { start: 5, end: 12 }] } }
    expect(() => ask(bad, { unit: "turn" })).toThrow(/overlap/)
  })

  it("words in common are counted where words are known", () => {
    const words = [0, 4, 8, 12].map((start) => ({ start, end: start + 3 }))
    const spoken = text(16, { ana: "fear 0-11", ben: "fear 5-14" }, { units: { word: words } })
    expect(pairIn(spoken).inCommon).toEqual({ characters: 6, words: 2 })
    expect(pairIn(text(16, { ana: "fear 0-11", ben: "fear 5-14" })).inCommon).toEqual({
      characters: 6,
      words: null,
    })
  })
})

describe("[A10] whole segments", () => {
  it("are found again by what both cover ÷ what either does", () => {
    const coded = text(100, { ana: "fear 0-10, care 50-60", ben: "fear 1-10, care 55-65" })
    const { segments, existence, frequency } = ask(coded).overall.pairs[0]!
    expect(segments).toMatchObject({ agreed: 2, total: 4, observed: { value: 0.5 }, kappa: { value: 0 } })
    expect(existence).toMatchObject({ agreed: 2, total: 2 })
    expect(frequency).toMatchObject({ agreed: 2, total: 2 })
    expect(ask(coded, { leastOverlap: 0.91 }).overall.pairs[0]!.segments.agreed).toBe(0)
    expect(ask(coded, { leastOverlap: 0.3 }).overall.pairs[0]!.segments.agreed).toBe(4)
  })

  it("that were not found again are listed, in the document's own offsets", () => {
    const coded = text(
      100,
      { ana: "fear 0-10, care 50-60", ben: "fear 1-10, care 55-70", cy: "" },
      {
        codable: [
          { start: 0, end: 60 },
          { start: 70, end: 100 },
        ],
      },
    )
    const list = unmatchedSegments([coded]).map((each) => [
      each.coder,
      each.other,
      each.code,
      each.start,
      each.end,
      each.overlap,
    ])
    expect(list).toEqual(
      expect.arrayContaining([
        ["ana", "ben", "care", 50, 60, 0.5],
        ["ben", "ana", "care", 55, 60, 0.5],
        ["ana", "cy", "fear", 0, 10, 0],
      ]),
    )
    expect(list).toHaveLength(6)
    const { segments } = ask(coded).overall.pairs[0]!
    expect(segments.total - segments.agreed).toBe(2)
  })

  it("frequency asks how often, existence whether", () => {
    const coded = text(100, { ana: "fear 0-10, fear 20-30", ben: "fear 1-10, care 40-41" })
    const { existence, frequency } = ask(coded).overall.pairs[0]!
    expect(existence).toMatchObject({ agreed: 1, total: 2 })
    expect(frequency).toMatchObject({ agreed: 0, total: 2 })
  })
})

describe("where coders differ", () => {
  it("[A11] which code of one stands on which of the other, and what is coded by one alone", () => {
    const { confusion } = ask(text(30, { ana: "fear 0-10", ben: "care 4-14, fear 2-4" }))
    expect(confusion).toEqual([
      {
        first: "ana",
        second: "ben",
        cells: expect.arrayContaining([
          { ofFirst: "fear", ofSecond: "care", characters: 6 },
          { ofFirst: null, ofSecond: "care", characters: 4 },
          { ofFirst: "fear", ofSecond: "fear", characters: 2 },
          { ofFirst: "fear", ofSecond: null, characters: 2 },
        ]),
      },
    ])
    expect(confusion[0]!.cells).toHaveLength(4)
  })

  it("[A11] agreement along the text, in its own offsets", () => {
    const coded = text(
      30,
      { ana: "fear 10-20", ben: "fear 15-25" },
      {
        codable: [
          { start: 10, end: 15 },
          { start: 15, end: 30 },
        ],
      },
    )
    const { along } = ask(coded, { bins: 4 }).documents[0]!
    expect(along.map(({ start, end }) => [start, end])).toEqual([
      [10, 15],
      [15, 20],
      [20, 25],
      [25, 30],
    ])
    expect(along.map(({ agreement }) => agreement.value)).toEqual([0, 1, 0, null])
  })

  it("[A11] a part of a text ends with its last word, not where text begins again", () => {
    const split = text(
      30,
      { ana: "fear 0-10", ben: "fear 0-10, care 4-12" },
      {
        codable: [
          { start: 0, end: 10 },
          { start: 20, end: 30 },
        ],
      },
    )
    const { documents, overall } = ask(split, { bins: 2 })
    expect(documents[0]!.along.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [20, 30],
    ])
    expect(overall.exclusive.overlaps).toMatchObject([{ coder: "ben", start: 4, end: 10 }])
  })

  it("[A11] a row of each document: the codes used in it", () => {
    const [one, two] = ask([
      text(20, { ana: "fear 0-10", ben: "fear 5-10" }, { id: "one" }),
      text(20, { ana: "care 0-10", ben: "" }, { id: "two" }),
    ]).documents
    expect(
      one!.codes.map(({ code, segments, observed, pairs }) => [
        code,
        segments,
        observed.value,
        pairs[0]!.both,
      ]),
    ).toEqual([["fear", [1, 1], 0.75, 5]])
    expect(one!.codes[0]!.pairs[0]!.cohenKappa.value).toBeCloseTo(0.5, 12)
    expect(two!.codes.map(({ code }) => code)).toEqual(["care"])
  })

  it("[A11] warns of codes that say little", () => {
    const { warnings } = ask([
      text(20, { ana: "fear 0-10", ben: "fear 5-10" }, { id: "one" }),
      text(20, { ana: "care 0-10", ben: "care 1-2" }, { id: "two" }),
      text(20, { ana: "care 0-10, sleep 1-2", ben: "care 1-2, care 5-6" }, { id: "three" }),
    ])
    expect(warnings).toEqual(
      expect.arrayContaining([
        { kind: "rare code", code: "fear", segments: 2 },
        { kind: "one document only", code: "fear", document: "one" },
        { kind: "one coder only", code: "sleep", coder: "ana" },
      ]),
    )
    expect(warnings).not.toContainEqual(expect.objectContaining({ code: "care" }))
  })
})
