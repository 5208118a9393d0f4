import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { strata, usualAsked, variants } from "../../core/agreement/project/asked"
import { measureOf } from "../../core/agreement/project/measure"
import { asQuery, asWords, readAsked } from "../../core/agreement/project/query"
import { shownIn } from "../../core/agreement/project/shown"
import { approaches } from "../../core/model"

describe("[A14] where agreement is reported", () => {
  it("goes by the approach until somebody chooses", () => {
    const byApproach = approaches.filter((approach) => !shownIn(approach, null).shown)
    expect(byApproach).toEqual(["reflexive-thematic", "phenomenological"])
    for (const approach of approaches) {
      expect(shownIn(approach, "shown")).toEqual({ shown: true, by: "choice" })
      expect(shownIn(approach, "hidden")).toEqual({ shown: false, by: "choice" })
    }
  })
})

describe("[A18] what is asked", () => {
  it("reads back from its query, usual parameters left out", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)
    const ids = fc.option(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }))
    const asked = fc.record({
      variant: fc.constantFrom(...variants),
      stratum: fc.constantFrom("all" as const, ...strata),
      sources: ids,
      pair: fc
        .option(fc.uniqueArray(id, { minLength: 2, maxLength: 2 }))
        .map((two) => two as [string, string] | null),
      unit: fc.constantFrom("character" as const, "word" as const, "turn" as const),
      applies: fc.constantFrom(
        { by: "one character" as const },
        { by: "half of the span" as const },
        { by: "share of the unit" as const, share: 0.25 },
      ),
      codes: ids,
      exclude: fc.uniqueArray(id, { maxLength: 2 }),
      exclusive: ids,
      parents: fc.boolean(),
      overlap: fc.constantFrom(0.9, 0.5, 1),
      bins: fc.integer({ min: 1, max: 200 }),
      draws: fc.integer({ min: 0, max: 10_000 }),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      cluster: fc.constantFrom("auto" as const, "turn" as const),
      confidence: fc.constantFrom(0.95, 0.5, 0.99),
    })
    fc.assert(
      fc.property(asked, (asked) => {
        expect(readAsked(new URLSearchParams(asQuery(asked)))).toEqual({ asked })
        const { pair, sources, codes, exclude, exclusive, ...words } = asWords(asked)
        const full = new URLSearchParams(words)
        const lists = { ...asked, pair: null, sources: null, codes: null, exclude: [], exclusive: null }
        expect(readAsked(full)).toEqual({ asked: lists })
      }),
    )
    expect(asQuery(usualAsked)).toBe("")
    expect(readAsked(new URLSearchParams())).toEqual({ asked: usualAsked })
  })
})

describe("[A17] a revealed text", () => {
  const parts = (text: string, of: "sentences" | "turns" | "words") =>
    measureOf(text)[of].map(([from, to]) => text.slice(from, to))

  it("ends its sentences where they end, in French as in English", () => {
    expect(
      parts(
        "J’ai vu le Dr. Martin, M. Roy et A. Petit. Il a dit : « Non ! » Puis rien… enfin, presque rien.",
        "sentences",
      ),
    ).toEqual([
      "J’ai vu le Dr. Martin, M. Roy et A. Petit.",
      "Il a dit : « Non ! »",
      "Puis rien… enfin, presque rien.",
    ])
    expect(parts("Well, 3.5 mg. 12 pills? Yes", "sentences")).toEqual(["Well, 3.5 mg.", "12 pills?", "Yes"])
  })

  it("keeps turns apart, and what has no word out of them", () => {
    const text = "Et là ?\n\n…\nRien. « Non »"
    expect(parts(text, "turns")).toEqual(["Et là ?", "Rien. « Non »"])
    expect(parts(text, "sentences")).toEqual(["Et là ?", "Rien.", "« Non »"])
    expect(parts(text, "words")).toEqual(["Et", "là ?", "Rien.", "« Non »"])
    expect(measureOf("")).toEqual({ length: 0, words: [], turns: [], sentences: [] })
  })
})
