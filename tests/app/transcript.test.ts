import { describe, expect, it } from "vitest"
import { depthsOf, nonverbalOf } from "../../app/_transcript/depths"
import { groupTurns } from "../../app/_transcript/groupTurns"
import { lanesOf, spreadLabels } from "../../app/_transcript/lanes"
import { moveWord } from "../../app/_transcript/moveWord"
import { turnAt } from "../../app/_transcript/textOnPage"
import { createTurnNotes } from "../../app/_transcript/turnNotes"
import { placeTurns, textOf, wordsOf } from "../../core/text"

const said = (...texts: string[]) =>
  placeTurns(texts.map((text) => ({ speaker: null, startMs: null, endMs: null, text })))
const span = (from: number, to: number) => ({ from, to })
const passage = (id: string, index: number, from: number, to: number) => ({ id, index, from, to })

describe("turns under passages", () => {
  const turns = said("aa", "bb", "", "cc")
  it("puts every turn in exactly one group, in the order of the text", () => {
    const groups = groupTurns(turns, [passage("q", 1, 6, 9), passage("p", 0, 0, 5)])
    expect(groups.map(({ passage, turns }) => [passage?.id, turns.map(({ index }) => index)])).toEqual([
      ["p", [0, 1]],
      ["q", [2, 3]],
    ])
  })
  it("keeps turns that no passage holds", () => {
    const groups = groupTurns(turns, [passage("p", 0, 3, 5)])
    expect(groups.flatMap(({ turns }) => turns.map(({ index }) => index))).toEqual([0, 1, 2, 3])
    expect(groups.map(({ passage }) => passage?.id ?? null)).toEqual([null, "p", null])
  })
  it("finds the turn of an offset, the break before a turn belonging to the one that ends there", () => {
    expect([0, 2, 3, 5, 7, 99].map((offset) => turnAt(turns, offset))).toEqual([0, 0, 1, 1, 3, 3])
  })
})

describe("lanes", () => {
  it("give spans that meet different lanes, and spans far apart the same", () => {
    expect(lanesOf([span(0, 100), span(50, 120), span(300, 400)])).toEqual([0, 1, 0])
  })
  it("keep the longer of two that begin together nearest the text", () => {
    expect(lanesOf([span(0, 10), span(0, 500)])).toEqual([1, 0])
  })
  it("keep stripes apart that would touch", () => {
    expect(lanesOf([span(0, 100), span(101, 200)])).toEqual([0, 1])
  })
  it("never put two that overlap into one lane, and need no more than lie over one another", () => {
    const spans = Array.from({ length: 400 }, (_, at) =>
      span((at * 7919) % 5000, ((at * 7919) % 5000) + 30 + (at % 90)),
    )
    const lanes = lanesOf(spans)
    const clash = spans.some((one, i) =>
      spans.some((other, j) => i < j && lanes[i] === lanes[j] && one.from < other.to && other.from < one.to),
    )
    expect(clash).toBe(false)
    const deepest = Math.max(
      ...spans.map(
        ({ from }) => spans.filter((each) => each.from - 48 <= from && from < each.to + 48).length,
      ),
    )
    expect(Math.max(...lanes)).toBeLessThan(deepest)
  })
  it("move names down rather than let them overlap, in the order of their places", () => {
    const tops = spreadLabels([
      { top: 100, height: 17 },
      { top: 0, height: 34 },
      { top: 10, height: 17 },
    ])
    expect(tops).toEqual([100, 0, 34])
  })
})

describe("depths", () => {
  it("say what is covered once, twice, three times or more", () => {
    expect(depthsOf([span(0, 10), span(5, 15), span(5, 8), span(6, 7)])).toEqual([
      [span(0, 5), span(10, 15)],
      [span(8, 10)],
      [span(5, 6), span(6, 7), span(7, 8)],
    ])
  })
  it("cover what the spans cover, and nothing twice", () => {
    const spans = [span(3, 9), span(9, 12), span(4, 4)]
    const length = depthsOf(spans)
      .flat()
      .reduce((sum, { from, to }) => sum + to - from, 0)
    expect(length).toBe(9)
  })
  it("take remarks in parentheses for non-verbal, within a turn", () => {
    expect(nonverbalOf("Ben (rit) oui (\n) (a(b)")).toEqual([span(4, 9), span(20, 23)])
  })
})

describe("keys that choose words", () => {
  const turns = said("un deux trois", "quatre cinq", "(…)", "six")
  const words = wordsOf(textOf(turns))
  const go = (at: number, key: string, extend = false, anchor = at) =>
    moveWord({ anchor, focus: at }, key, extend, words, turns)

  it("go by a word, across turns", () => {
    expect(go(2, "ArrowRight")).toEqual({ anchor: 3, focus: 3 })
    expect(go(3, "ArrowLeft")).toEqual({ anchor: 2, focus: 2 })
  })
  it("reach further with Shift, from where the selection began", () => {
    expect(go(2, "ArrowRight", true, 1)).toEqual({ anchor: 1, focus: 3 })
  })
  it("go by a turn, past turns without words", () => {
    expect(go(1, "ArrowDown")).toEqual({ anchor: 3, focus: 3 })
    expect(go(4, "ArrowDown")).toEqual({ anchor: 5, focus: 5 })
    expect(go(4, "ArrowUp")).toEqual({ anchor: 3, focus: 3 })
    expect(go(3, "ArrowUp")).toEqual({ anchor: 0, focus: 0 })
  })
  it("go to the edges of the turn", () => {
    expect(go(1, "Home")).toEqual({ anchor: 0, focus: 0 })
    expect(go(0, "End", true)).toEqual({ anchor: 0, focus: 2 })
  })
  it("stop at the ends of the text", () => {
    expect(go(5, "ArrowRight")).toEqual({ anchor: 5, focus: 5 })
    expect(go(0, "ArrowLeft")).toEqual({ anchor: 0, focus: 0 })
  })
  it("leave other keys alone", () => {
    expect(go(0, "c")).toBeNull()
  })
})

describe("names under turns", () => {
  const note = (key: string) =>
    ({ key, side: "a", name: key, who: "Ana", kind: null, settled: false }) as const
  it("stay the same object for a turn that did not change", () => {
    const notes = createTurnNotes()
    notes.set(
      new Map([
        [1, [note("x")]],
        [2, [note("y")]],
      ]),
      true,
    )
    const before = [notes.of(1), notes.of(2)]
    notes.set(
      new Map([
        [1, [note("x")]],
        [2, [note("y"), note("z")]],
      ]),
      true,
    )
    expect(notes.of(1)).toBe(before[0])
    expect(notes.of(2)).not.toBe(before[1])
    expect(notes.of(3)).toEqual([])
  })
})
