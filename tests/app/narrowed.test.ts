import { describe, expect, it } from "vitest"
import { isWithin, type Narrowed, readNarrowed, reviewAddress } from "../../app/_discussion/narrowed"
import type { Code, MergeRow } from "../../core/reading"
import type { RevealedCoding, RevealedPassage } from "../../core/view"

const all: Narrowed = { code: null, below: false, from: null, to: null }
const place = (passage: string, word: number) => ({ passage, word })

describe("[A22] the address of a narrowed review", () => {
  const read = (address: string) =>
    readNarrowed(Object.fromEntries(new URL(address, "http://b").searchParams))
  it("says it there and back", () => {
    for (const narrowed of [
      { ...all, code: "fear" },
      { ...all, code: "fear", below: true },
      { ...all, from: place("p-1", 0), to: place("p_2", 12) },
      { ...all, code: "fear", from: place("p1", 3), to: place("p1", 4) },
    ])
      expect(read(reviewAddress("pr", "so", narrowed))).toEqual(narrowed)
    expect(reviewAddress("pr", "so", {})).toBe("/projects/pr/sources/so/review?")
  })
  it("narrows to nothing that cannot be read", () => {
    expect(readNarrowed({})).toBeNull()
    expect(readNarrowed({ flag: "x", at: "3", below: "1" })).toBeNull()
    expect(readNarrowed({ code: ["a", "b"], from: "p", to: "p.x" })).toBeNull()
    expect(readNarrowed({ code: "<b>", from: "p.1" })).toEqual({ ...all, from: place("p", 1) })
  })
})

describe("[A22] what a review is narrowed to", () => {
  const passages = Object.fromEntries(
    ["p1", "p2", "p3"].map((id, index) => [id, { id, index } as RevealedPassage]),
  )
  const codings: Record<string, RevealedCoding> = {}
  /** "p1 fear 0-9": a disagreement of one coding, or of two. */
  const shown = (...said: string[]) => {
    for (const unit of said) {
      const [passage, code, words] = unit.split(" ") as [string, string, string]
      const [from, to] = words.split("-").map(Number) as [number, number]
      codings[unit] = { passage, code, words: { from, to } } as RevealedCoding
    }
    return { passage: said[0]!.split(" ")[0]!, units: said }
  }
  const flags = [
    shown("p1 fear 0-9"),
    shown("p1 guilt 5-20", "p1 dread 8-12"),
    shown("p2 anger 0-3"),
    shown("p3 emotion 4-6"),
  ]
  const codes = [
    { id: "emotion", parent: null },
    { id: "fear", parent: "emotion" },
    { id: "guilt", parent: "emotion" },
    { id: "dread", parent: null },
    { id: "anger", parent: null },
  ] as Code[]
  const merges = [
    { id: "m", from: "dread", into: "fear", how: "merging", undone: false, at: "1" },
  ] as unknown as MergeRow[]
  const left = (narrowed: Partial<Narrowed> | null) =>
    flags
      .filter(isWithin(narrowed && { ...all, ...narrowed }, { view: { passages, codings }, codes, merges }))
      .map((flag) => flags.indexOf(flag))

  it("is all of it, unless a link says otherwise", () => {
    expect(left(null)).toEqual([0, 1, 2, 3])
  })
  it("is what has a code, under that name or the one it was merged into", () => {
    expect(left({ code: "guilt" })).toEqual([1])
    expect(left({ code: "dread" })).toEqual([1])
    expect(left({ code: "fear" })).toEqual([0, 1])
    expect(left({ code: "nobody" })).toEqual([])
  })
  it("is what lies below a code where that counts", () => {
    expect(left({ code: "emotion" })).toEqual([3])
    expect(left({ code: "emotion", below: true })).toEqual([0, 1, 3])
  })
  it("is what has a word in a stretch, across passages", () => {
    expect(left({ from: place("p1", 9), to: place("p1", 10) })).toEqual([1])
    expect(left({ from: place("p1", 20), to: place("p2", 1) })).toEqual([2])
    expect(left({ from: place("p1", 8), to: place("p3", 4) })).toEqual([0, 1, 2])
    expect(left({ from: place("p2", 0) })).toEqual([2, 3])
    expect(left({ code: "fear", to: place("p1", 6) })).toEqual([0, 1])
  })
  it("is nothing where the place is not in this source", () => {
    expect(left({ from: place("gone", 0), to: place("gone", 5) })).toEqual([])
  })
})
