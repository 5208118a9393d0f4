import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutToPassage } from "../../core/cutting"
import { placeTurns, textOf, textSpan, unionOf, wordSpan, wordsOf } from "../../core/text"

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
    expect(covered(4, 11)).toBe("deux « trois »")
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

describe("[C9] marks that stand on their own", () => {
  const quoted = (text: string, first: number, last = first) => {
    const { from, to } = textSpan(wordsOf(text), { from: first, to: last + 1 })
    return text.slice(from, to)
  }

  it("belong to the word they open or close", () => {
    const text = "Il dit : « Vous venez\u202f? » – oui"
    expect([0, 1, 2, 3, 4].map((at) => quoted(text, at))).toEqual([
      "Il",
      "dit :",
      "« Vous",
      "venez\u202f? »",
      "– oui",
    ])
  })

  it("never to a word of another turn", () => {
    const text = "« \n… oui –\n? non"
    expect([quoted(text, 0), quoted(text, 1), quoted(text, 0, 1)]).toEqual([
      "… oui –",
      "? non",
      "… oui –\n? non",
    ])
  })

  const runs = fc.constantFrom("a", "éa", "a?", "«", "»", "?", "–", "\n", "\u00a0")
  const text = fc.array(runs, { maxLength: 12 }).map((drawn) => drawn.join(" "))
  const stretch = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 30 }))

  it("stay in the quotation of a coding that holds them, which is the text between, white space cut off", () => {
    let held = 0
    fc.assert(
      fc.property(text, stretch, (text, [from, length]) => {
        const coding = { id: "c1", code: "fear", from, to: Math.min(from + length, text.length), memo: null }
        const [cut] = cutToPassage([coding], { from: 0, to: text.length }, text)
        if (!cut) return
        expect(cut.quote).toBe(text.slice(cut.text.from, cut.text.to))
        expect(cut.quote).toBe(cut.quote.trim())
        const words = wordsOf(text).slice(cut.words.from, cut.words.to)
        for (const word of words) {
          expect(word.from).toBeGreaterThanOrEqual(cut.text.from)
          expect(word.to).toBeLessThanOrEqual(cut.text.to)
        }
        const own = text.slice(coding.from, coding.to).trim()
        expect(cut.quote).toContain(own)
        if (cut.text.to > words.at(-1)!.to || cut.text.from < words[0]!.from) held++
        // Nothing that it neither holds nor touches.
        const starts = Math.min(words[0]!.from, text.indexOf(own, coding.from))
        expect(cut.text.from).toBe(starts)
      }),
      { numRuns: 1_000 },
    )
    expect(held).toBeGreaterThan(50)
  })

  it("change neither the number of words nor what a span touches", () => {
    fc.assert(
      fc.property(text, stretch, (text, [from, length]) => {
        const words = wordsOf(text)
        expect(words.map((word) => text.slice(word.from, word.to))).toEqual(text.match(/\S*[aé]\S*/gu) ?? [])
        const span = wordSpan(words, { from, to: from + length })
        if (span) expect(wordSpan(words, textSpan(words, span))).toEqual(span)
        words.forEach((word, at) => {
          expect(word.opens).toBeLessThanOrEqual(word.from)
          expect(word.opens).toBeGreaterThanOrEqual(words[at - 1]?.closes ?? 0)
        })
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

describe("what some spans cover together", () => {
  it("is each place that one of them covers, and no other, in stretches that do not touch", () => {
    const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([from, length]) => ({ from, to: from + length }))
    const places = (spans: readonly { from: number; to: number }[]) =>
      new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const union = unionOf(spans)
        expect(places(union)).toEqual(places(spans))
        for (const [at, { from }] of union.entries()) expect(at === 0 || union[at - 1]!.to < from).toBe(true)
      }),
    )
  })
})
