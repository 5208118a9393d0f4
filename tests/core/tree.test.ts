import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Code, LaterReading, MergeRow, Resolution, Reveal, Verdict } from "../../core/reading"
import { disagreementsOf, nothingSaid, readAgain } from "../../core/resolution"
import { type Counts, type SourceReading, treeCounts } from "../../core/tree"
import { merge, passageText, revealText } from "../support/pictures"

/** `"fear<emotion"` is the code fear under emotion. */
const codebook = (picture: string): Code[] =>
  picture.split(" ").map((drawn) => {
    const [name, parent] = drawn.split("<")
    const texts = { definition: "", useWhen: "", doNotUseWhen: "", example: "" }
    const origin = { member: null, source: null }
    return {
      id: name!,
      name: name!,
      parent: parent ?? null,
      codable: true,
      ...texts,
      colour: null,
      order: 0,
      origin,
      removed: false,
    }
  })
const codes = codebook("emotion fear<emotion anger<emotion clinic")

const decide = (verdict: Verdict): Resolution => {
  return { id: "r1", verdict, reason: "", at: "2026-05-04", how: "adjudication", by: ["sam"], notedBy: null }
}

interface Study {
  merges?: MergeRow[]
  verdict?: Verdict
  later?: LaterReading[]
  codes?: Code[]
}

function source(reveals: readonly Reveal[], { merges = [], verdict, later = [] }: Study = {}): SourceReading {
  const said = { ...nothingSaid, resolution: verdict ? decide(verdict) : null }
  const flags = reveals.flatMap((reveal) =>
    disagreementsOf(readAgain(reveal, { merges, tolerance: 0.5 }), () => said),
  )
  return {
    source: "m7",
    sides: { a: "ana", b: reveals.every((reveal) => reveal.handIns.length === 1) ? null : "ben" },
    reveals,
    decisions: new Map(flags.map(({ group, standing }) => [group.id, standing])),
    laterReadings: later,
  }
}

const count = (reveals: readonly Reveal[], study: Study = {}) =>
  treeCounts({ codes: study.codes ?? codes, merges: study.merges ?? [], sources: [source(reveals, study)] })

const drawn = ({ a, b, agreed, open, resolved }: Counts) =>
  `${a}+${b}: ${agreed} agreed, ${open} open, ${resolved} resolved`
const own = (tree: ReturnType<typeof count>, code: string) => drawn(tree.get(code)!.own)
const subtree = (tree: ReturnType<typeof count>, code: string) => drawn(tree.get(code)!.subtree)
const quotes = (tree: ReturnType<typeof count>, code: string) =>
  tree
    .get(code)!
    .quotes.map(({ words, status, by }) => `${words.from}-${words.to} ${status} ${by.join("+")}`.trim())

describe("counts", () => {
  const reveal = revealText("fear 0-9, fear 20-25, clinic 40-45", "fear 0-9, anger 20-25")

  it("[T5] say what each coded, what is agreed and what is open", () => {
    const tree = count([reveal])
    expect(own(tree, "fear")).toBe("2+1: 1 agreed, 1 open, 0 resolved")
    expect(own(tree, "anger")).toBe("0+1: 0 agreed, 1 open, 0 resolved")
    expect(own(tree, "clinic")).toBe("1+0: 0 agreed, 1 open, 0 resolved")
    expect(own(tree, "emotion")).toBe("0+0: 0 agreed, 0 open, 0 resolved")
  })

  it("[T6] of a subtree count each thing once, also what concerns two of its codes", () => {
    expect(subtree(count([reveal]), "emotion")).toBe("2+2: 1 agreed, 1 open, 0 resolved")
  })

  it("[T6] of merged codes are those of the code they stand for", () => {
    const tree = count([reveal], { merges: [merge("anger", "fear")] })
    expect(own(tree, "fear")).toBe("2+2: 1 agreed, 0 open, 1 resolved")
    expect(tree.has("anger")).toBe(false)
  })

  it("[T5] put a decision under the codes it was between and the code it came to", () => {
    const verdict: Verdict = { kind: "other", codes: ["emotion"], words: { from: 21, to: 23 } }
    const tree = count([reveal], { verdict })
    for (const code of ["fear", "anger"]) expect(own(tree, code)).toContain("0 open, 1 resolved")
    expect(own(tree, "emotion")).toBe("0+0: 0 agreed, 0 open, 2 resolved")
  })

  it("[T8] of a reopened passage are those of its last round", () => {
    const again = { ...revealText("fear 0-9", "fear 0-9"), round: 2 }
    expect(own(count([again, reveal]), "fear")).toBe("1+1: 1 agreed, 0 open, 0 resolved")
  })

  it("[T9] remain for codes that are not in the codebook", () => {
    const tree = count([revealText("gone 0-9", "gone 0-9")])
    expect(own(tree, "gone")).toBe("1+1: 1 agreed, 0 open, 0 resolved")
    expect(tree.get("gone")!.origin).toBeNull()
  })

  it("[T6] of all roots together hold every unit once, whatever lies where", () => {
    const names = ["fear", "anger", "clinic", "sleep"]
    const layer = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(30), fc.integer({ min: 1, max: 20 })), {
      maxLength: 6,
    })
    const parents = fc.array(fc.constantFrom(...names, "lost", null), { minLength: 4, maxLength: 4 })
    const picture = (drawn: [string, number, number][]) =>
      drawn.map(([c, at, n]) => `${c} ${at}-${at + n}`).join(", ")
    fc.assert(
      fc.property(layer, layer, parents, fc.boolean(), (ana, ben, drawnParents, merged) => {
        const merges = merged ? [merge("anger", "fear")] : []
        const moved = codebook(names.join(" ")).map((code, at) => ({ ...code, parent: drawnParents[at]! }))
        const tree = count([revealText(picture(ana), picture(ben))], { codes: moved, merges })
        const total = [...tree.values()].reduce((sum, { own }) => sum + own.a + own.b, 0)
        expect(total).toBe(ana.length + ben.length)
        for (const { own, subtree } of tree.values()) expect(subtree.a).toBeGreaterThanOrEqual(own.a)
      }),
    )
  })
})

describe("[T7] quotes", () => {
  it("of what is agreed are the words of both, once", () => {
    expect(quotes(count([revealText("fear 0-9", "fear 2-12")]), "fear")).toEqual(["0-12 agreed ana+ben"])
  })

  it("of what is open are those of each coder", () => {
    const tree = count([revealText("fear 0-9", "anger 2-9")])
    expect(quotes(tree, "fear")).toEqual(["0-9 open ana"])
    expect(quotes(tree, "anger")).toEqual(["2-9 open ben"])
  })

  it("of what is decided are what stands", () => {
    const tree = count([revealText("fear 0-9", "anger 2-9")], { verdict: { kind: "reading", of: "b" } })
    expect(quotes(tree, "fear")).toEqual([])
    expect(quotes(tree, "anger")).toEqual(["2-9 resolved ben"])
  })

  it("of what a merge settled are the words of both, under the code that stands", () => {
    const tree = count([revealText("fear 0-9", "anger 1-9")], { merges: [merge("anger", "fear")] })
    expect(quotes(tree, "fear")).toEqual(["0-9 resolved ana+ben"])
  })

  it("of a source with one coder are that coder's", () => {
    const tree = count([revealText("fear 0-9", null)])
    expect(quotes(tree, "fear")).toEqual(["0-9 single ana"])
    expect(own(tree, "fear")).toBe("1+0: 0 agreed, 0 open, 0 resolved")
  })

  it("of later readings come with the other's assent", () => {
    const reading = {
      passage: "p1",
      round: 2,
      by: "ana",
      code: "fear",
      words: { from: 0, to: 2 },
      text: { from: 0, to: 11 },
    }
    const rest = { quote: "word0 word1", memo: null, at: "2026-05-09" }
    const later = [
      { id: "l1", ...reading, ...rest, assent: { by: "ben", at: "2026-05-10" } },
      { id: "l2", ...reading, ...rest, assent: null },
    ]
    expect(quotes(count([revealText("", "")], { later }), "fear")).toEqual(["0-2 later ana"])
    expect(quotes(count([revealText("", null)], { later }), "fear")).toHaveLength(2)
  })

  it("hold the words, and where they are in the transcript", () => {
    const reveal = {
      ...revealText("fear 1-3", "fear 1-3"),
      span: { from: 100, to: 100 + passageText.length },
    }
    const [quote] = count([reveal]).get("fear")!.quotes
    expect(quote).toMatchObject({
      quote: "word1 word2",
      text: { from: 106, to: 117 },
      source: "m7",
      passage: "p1",
    })
  })
})

it("[T5] says who has used a code, and whose it was", () => {
  const [fear] = codebook("fear")
  const mine = { ...fear!, origin: { member: "ana", source: "m7" } }
  const tree = count([revealText("worry 0-9", "")], {
    codes: [mine, ...codebook("worry")],
    merges: [merge("worry", "fear")],
  })
  expect(tree.get("fear")).toMatchObject({ usedBy: ["ana"], origin: { member: "ana", source: "m7" } })
})
