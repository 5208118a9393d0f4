import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { corrected, correctionOf, isRemark, wordsAfter } from "../../core/correcting"
import type { Span } from "../../core/model"
import { textOf, wordSpan, wordsOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { replaceWord } from "../../core/ydoc/replacing"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"

const correct = (text: string, words: string, after: string) => {
  const from = text.indexOf(words)
  return correctionOf(text, { from, to: from + words.length }, after)
}

const runs = fc.array(fc.constantFrom("Anne", "l’été", "a", "—", "…", "«", "mot", "42", "Jean-Luc,"), {
  minLength: 1,
  maxLength: 12,
})
const sample = fc.record({ before: runs, words: runs, after: runs, instead: runs })

describe("[C32] a correction", () => {
  it("reads as asked, and leaves every word outside its span alone", () => {
    const made = { some: 0 }
    fc.assert(
      fc.property(sample, ({ before, words, after, instead }) => {
        const text = [...before, ...words, ...after].join(" ")
        const from = before.join(" ").length + 1
        const span = { from, to: from + words.join(" ").length }
        const correction = correctionOf(text, span, instead.join(" "))
        const hasWords = [words, instead].every((each) => wordsOf(each.join(" ")).length > 0)
        expect(correction !== null).toBe(hasWords && words.join() !== instead.join())
        if (!correction) return
        made.some++
        const now = corrected(text, correction.replacements)
        expect(now).toBe([...before, ...instead, ...after].join(" "))
      }),
    )
    expect(made.some).toBeGreaterThan(40)
  })

  it("takes every coding to the words that stand for its own: none is lost, what is beside stays", () => {
    fc.assert(
      fc.property(sample, fc.nat(40), fc.nat(40), ({ before, words, after, instead }, one, other) => {
        const text = [...before, ...words, ...after].join(" ")
        const from = before.join(" ").length + 1
        const correction = correctionOf(text, { from, to: from + words.join(" ").length }, instead.join(" "))
        fc.pre(correction !== null)
        const { replacements, changes } = correction!
        const [old, now] = [wordsOf(text), wordsOf(corrected(text, replacements))]
        const span = { from: Math.min(one, other), to: Math.max(one, other) + 1 }
        fc.pre(span.to <= old.length)
        const placed = wordsAfter(changes, span)
        expect(placed.from).toBeGreaterThanOrEqual(0)
        expect(placed.to).toBeGreaterThan(placed.from)
        expect(placed.to).toBeLessThanOrEqual(now.length)
        const nowText = corrected(text, replacements)
        const wordOf = (all: typeof old, of: string, at: number) => of.slice(all[at]!.from, all[at]!.to)
        const isChanged = (at: number) => changes.some((change) => change.from <= at && at < change.to)
        if (!isChanged(span.from))
          expect(wordOf(now, nowText, placed.from)).toBe(wordOf(old, text, span.from))
        if (!isChanged(span.to - 1))
          expect(wordOf(now, nowText, placed.to - 1)).toBe(wordOf(old, text, span.to - 1))
        const all = wordsAfter(changes, { from: 0, to: old.length })
        expect(all).toEqual({ from: 0, to: now.length })
      }),
      { numRuns: 500 },
    )
  })

  it("replaces no more than differs: each word by its own where they are as many", () => {
    const text = "je vais voir le médecin traitan demin matin"
    expect(correct(text, "médecin traitan demin", "médecin traitant demain")).toEqual({
      replacements: [
        { from: 24, to: 31, words: "traitant" },
        { from: 32, to: 37, words: "demain" },
      ],
      changes: [
        { from: 5, to: 6, count: 1 },
        { from: 6, to: 7, count: 1 },
      ],
    })
  })

  it("lets a neighbour stand for words that go, and for a remark that comes", () => {
    expect(correct("et euh je dors", "euh je", "je")?.changes).toEqual([{ from: 1, to: 3, count: 1 }])
    expect(correct("je dors bien", "dors", "dors (rires)")?.replacements).toEqual([
      { from: 3, to: 7, words: "dors (rires)" },
    ])
  })

  it("is none where nothing differs, where no words were or would be, and across turns", () => {
    expect(correct("je dors", "dors", "dors")).toBeNull()
    expect(correct("je dors", "dors", " … ")).toBeNull()
    expect(correct("je … dors", "…", "mal")).toBeNull()
    expect(correct("je dors\nmoi non", "dors\nmoi", "dors moi")).toBeNull()
    expect(correct("je dors", "dors", "dors\nmoi")).toBeNull()
  })

  it("[B15] is a remark where what is in brackets changes", () => {
    expect(isRemark("traitan", "traitant")).toBe(false)
    expect(isRemark("dors", "dors (rires)")).toBe(true)
    expect(isRemark("dors (rires)", "dors (soupire)")).toBe(true)
    expect(isRemark("dor (rires)", "dors (rires)")).toBe(false)
    expect(isRemark("[inaudible]", "le bureau")).toBe(true)
  })
})

describe("[C32] [C1] codings that are not handed in", () => {
  const transcript = () => {
    const doc = new Y.Doc()
    const turn = { speaker: null, startMs: null, endMs: null }
    writeTranscript(doc, { speakers: [], turns: [{ ...turn, text: "il a mal ou il va a peu près bien" }] })
    return doc
  }
  const textIn = (doc: Y.Doc) => textOf(readTranscript(doc).turns)
  const ranges = [
    { from: 0, to: 8 },
    { from: 0, to: 4 },
    { from: 3, to: 8 },
    { from: 3, to: 4 },
  ]

  it.each([
    ["a", "à", "il à mal"],
    ["a", "avait", "il avait mal"],
    ["mal", "très mal", "il a très mal"],
  ])("keep to %s where it becomes %s, wherever their edges are", (before, after, whole) => {
    for (const range of ranges) {
      const doc = transcript()
      const text = textIn(doc)
      const anchor = anchorTo(doc, text, range)
      const at = text.indexOf(before, 3)
      const { replacements, changes } = correctionOf(text, { from: at, to: at + before.length }, after)!
      const server = new Y.Doc()
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
      for (const each of replacements) replaceWord(server, each, each.words)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
      expect(textIn(doc)).toContain(whole)
      const span = resolveAnchor(doc, textIn(doc), anchor) as Span
      const coded = wordSpan(wordsOf(text), range)!
      expect(wordSpan(wordsOf(textIn(doc)), span)).toEqual(wordsAfter(changes, coded))
    }
  })
})
