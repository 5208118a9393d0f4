import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutToPassage } from "../../core/cutting"
import { placeTurns, textOf, textSpan, wordSpan, wordsOf } from "../../core/text"

const read = (text: string) => wordsOf(text).map(({ from, to }) => text.slice(from, to))

describe("[C2] words", () => {
  it("are what stands between white space", () => {
    expect(read("J'ai eu  peur,\nvraiment.")).toEqual(["J'ai", "eu", "peur,", "vraiment."])
  })

  it("hold a letter or a digit, in any script", () => {
    expect(read("« Oui » … — 3 fois : ça 🙂 дом 夜")).toEqual(["Oui", "3", "fois", "ça", "дом", "夜"])
  })

  it("are parted by the spaces of French typography", () => {
    expect(read("Et\u00a0puis\u202f?")).toEqual(["Et", "puis"])
  })

  it("of nothing are none", () => {
    expect(read("")).toEqual([])
    expect(read(" \n ")).toEqual([])
  })
})

describe("[C3] a span of text", () => {
  const text = "un deux « trois » quatre"
  const words = wordsOf(text)
  const covered = (from: number, to: number) => {
    const span = wordSpan(words, { from, to })
    return span && text.slice(textSpan(words, span).from, textSpan(words, span).to)
  }

  it("covers every word it touches, if only by a letter", () => {
    expect(covered(4, 11)).toBe("deux « trois")
    expect(covered(0, text.length)).toBe(text)
  })

  it("that touches no word covers nothing", () => {
    expect(covered(7, 10)).toBeNull()
    expect(covered(2, 3)).toBeNull()
    expect(covered(4, 4)).toBeNull()
    expect(covered(5, 4)).toBeNull()
    expect(covered(100, 120)).toBeNull()
  })

  it("covers the same words once it is widened to them", () => {
    const any = fc.tuple(
      fc.string({ unit: fc.constantFrom("a", "é", " ", "\n", "«", "🙂") }),
      fc.nat(30),
      fc.integer({ min: 1, max: 30 }), // of nothing, nothing: above
    )
    fc.assert(
      fc.property(any, ([text, from, length]) => {
        const words = wordsOf(text)
        const span = wordSpan(words, { from, to: from + length })
        const touched = words.flatMap((word, at) => (word.from < from + length && word.to > from ? [at] : []))
        expect(span).toEqual(touched.length > 0 ? { from: touched[0], to: touched.at(-1)! + 1 } : null)
        if (span) expect(wordSpan(words, textSpan(words, span))).toEqual(span)
      }),
    )
  })
})

it("a span of words without a word has no place in the text", () => {
  expect(() => textSpan(wordsOf("un deux"), { from: 1, to: 1 })).toThrow(RangeError)
  expect(() => textSpan(wordsOf("un deux"), { from: 0, to: 3 })).toThrow(RangeError)
})

it("turns stand in the transcript's text where they say", () => {
  const turns = ["Bonjour.", "", "Oui 🙂"].map((text) => ({
    speaker: null,
    startMs: null,
    endMs: null,
    text,
  }))
  for (const { from, to, text } of placeTurns(turns)) expect(textOf(turns).slice(from, to)).toBe(text)
})

describe("[C4] a coding handed in with a passage", () => {
  const text = "un deux trois\nquatre cinq six"
  const passages = [
    { from: 0, to: 13 },
    { from: 14, to: 29 },
  ]
  const cut = (from: number, to: number) =>
    passages.map((passage) => cutToPassage([{ id: "c1", code: "fear", from, to, memo: null }], passage, text))

  it("is cut to it, in its words, with the words it covers", () => {
    const [first, second] = cut(3, 20)
    expect(first).toMatchObject([
      { words: { from: 1, to: 3 }, text: { from: 3, to: 13 }, quote: "deux trois" },
    ])
    expect(second).toMatchObject([{ words: { from: 0, to: 1 }, text: { from: 14, to: 20 }, quote: "quatre" }])
  })

  it("is widened to whole words, never past the passage", () => {
    expect(
      cut(10, 15)
        .flat()
        .map(({ quote }) => quote),
    ).toEqual(["trois", "quatre"])
  })

  it("is not handed in where it touches no word", () => {
    expect(cut(13, 14)).toEqual([[], []])
    expect(cut(0, 6)[1]).toEqual([])
  })
})
