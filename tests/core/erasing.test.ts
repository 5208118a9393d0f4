/** Erasing words of a text: what stays keeps its number, what goes is gone. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  ERASED,
  erase,
  eraseWords,
  findWords,
  isMark,
  piecesOf,
  placeAfter,
  spansIn,
} from "../../core/erasing"
import { textSpan, wordsOf } from "../../core/text"

const sample = fc
  .array(fc.constantFrom("Anne", "l’été", "a", "—", "…", "«", "mot", "42", "\n", "Jean-Luc,"), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.join(" "))
const sampleWithSpans = sample.chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
      { maxLength: 4 },
    ),
    mark: fc.constantFrom(ERASED, "X", "[nom]"),
  }),
)

describe("erasing", () => {
  it("[S63] keeps as many words in every turn, in the same places", () => {
    fc.assert(
      fc.property(sampleWithSpans, ({ text, spans, mark }) => {
        const after = erase(text, piecesOf(text, spans, mark))
        const counts = (of: string) => of.split("\n").map((turn) => wordsOf(turn).length)
        expect(counts(after)).toEqual(counts(text))
        // A word that is not touched is what it was.
        const [before, now] = [wordsOf(text), wordsOf(after)]
        for (const [at, word] of before.entries()) {
          if (spans.some((span) => span.from < word.to && word.from < span.to)) continue
          expect(after.slice(now[at]!.from, now[at]!.to)).toBe(text.slice(word.from, word.to))
        }
      }),
    )
  })

  it("[S63] finds what stood on some words on the same words", () => {
    fc.assert(
      fc.property(sampleWithSpans, fc.nat(29), fc.nat(29), ({ text, spans, mark }, one, other) => {
        const words = wordsOf(text)
        const range = { from: Math.min(one, other), to: Math.max(one, other) + 1 }
        fc.pre(range.to <= words.length)
        const pieces = piecesOf(text, spans, mark)
        const edges = { from: words[range.from]!.from, to: words[range.to - 1]!.to }
        const now = wordsOf(erase(text, pieces))
        const placed = placeAfter(pieces, edges)
        expect(placed).toEqual({ from: now[range.from]!.from, to: now[range.to - 1]!.to })
      }),
    )
  })

  it("leaves nothing of what was erased", () => {
    fc.assert(
      fc.property(sample, (text) => {
        const after = erase(text, piecesOf(text, [{ from: 0, to: text.length }], "X"))
        expect(after).toMatch(/^[X\s]*$/)
      }),
    )
  })

  it("finds a name whole, in any case, across a line, with either apostrophe; not inside another", () => {
    const found = (text: string, words: string) =>
      findWords(text, words).map(({ from, to }) => text.slice(from, to))
    expect(found("Anne, anne et Marianne; l’Anne", "Anne")).toEqual(["Anne", "anne", "Anne"])
    expect(found("Jean\u00a0 Dupont", "jean dupont")).toEqual(["Jean\u00a0 Dupont"])
    expect(found("L’Haÿ", "l'haÿ")).toEqual(["L’Haÿ"])
    expect(found("a+b (c)", "a+b")).toEqual(["a+b"])
    expect(found("Jean-Luc et Jean Luc, jean-luc", "jean-luc")).toEqual(["Jean-Luc", "jean-luc"])
    expect(found("chez (Paul/Anne) [x] a\\b ^$", "(Paul/Anne) [x] a\\b ^$")).toHaveLength(1)
    expect(found("anything", "  ")).toEqual([])
    expect(eraseWords("Madame Le Goff, puis Le Goff", "le goff", "L.")).toBe("Madame L. L., puis L. L.")
  })

  it("takes as a mark one short word and nothing else", () => {
    expect([ERASED, "X", "[M.]"].map(isMark)).toEqual([true, true, true])
    expect(["", "…", "a b", "[…]", "x".repeat(21)].map(isMark)).toEqual([false, false, false, false, false])
  })

  it("[S65] erases from a kept version what was erased from today's, rather too much than too little", () => {
    const kept = "she saw Docteur Martin on Monday"
    const text = "She saw Doctor Marten on Monday"
    const span = { from: text.indexOf("Marten"), to: text.indexOf("Marten") + 6 }
    expect(erase(kept, piecesOf(kept, spansIn(kept, text, [span]), "X"))).toBe("she saw X X on Monday")
    expect(spansIn(text, text, [span])).toEqual([span])
    expect(spansIn(kept, text, [{ from: 26, to: 32 }]).map(({ from, to }) => kept.slice(from, to))).toEqual([
      "Monday",
    ])
    expect(textSpan(wordsOf(kept), { from: 0, to: 1 })).toEqual({ from: 0, to: 3 })
  })
})
