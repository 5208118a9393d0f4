import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findWords } from "../../core/erasing"
import { foldedName, isName, namesIn, nextLetter, standsFor } from "../../core/pseudonyms"

describe("[S85] the key of pseudonyms", () => {
  it("takes all ways to write a name for one", () => {
    const same = ["Jean d’Ormont", "jean  d'ormont", " JEAN D’ORMONT "]
    expect(new Set(same.map(foldedName)).size).toBe(1)
    expect(foldedName("Jean Dormont")).not.toBe(foldedName(same[0]!))
  })

  it("gives the next letter, whatever else stands for names", () => {
    expect(nextLetter([])).toBe("A")
    expect(nextLetter(["A", "b", "Paul"])).toBe("C")
    const all = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
    expect(nextLetter(all)).toBe("AA")
    expect(nextLetter([...all, "AA"])).toBe("AB")
  })

  it("refuses as a name what would be found everywhere, and as a stand-in what holds the name", () => {
    expect(["Durand", "Mme de V", "L2"].map(isName)).toEqual([true, true, true])
    expect(["", "D", "…", "⋯⋯", "Jean\nDurand", "x".repeat(101)].map(isName)).toEqual(Array(6).fill(false))
    expect(["A", "[ville]", "le Dr A"].map((stands) => standsFor(stands, "Durand"))).toEqual([
      true,
      true,
      true,
    ])
    expect(
      ["", "  ", "Dr durand", "A\nB", "x".repeat(41)].map((stands) => standsFor(stands, "Durand")),
    ).toEqual(Array(5).fill(false))
  })

  it("finds whole names as they are written, the longer where one is part of another", () => {
    const text = "DURAND, Jean Durand, et les Durandal : jean durand."
    const key = [
      { name: "Durand", stands: "B" },
      { name: "Jean Durand", stands: "A" },
    ]
    const found = namesIn(text, key).map(({ from, to, stands }) => [text.slice(from, to), stands])
    expect(found).toEqual([
      ["DURAND", "B"],
      ["Jean Durand", "A"],
      ["jean durand", "A"],
    ])
  })

  it("finds each name where its words are found, whatever stands beside them", () => {
    const some = (most: number) =>
      fc.array(
        fc.constantFrom("de", "DE", "l", "é", "e\u0301", "’", "'", "-", ".", " ", " \u00a0", "\n", "7"),
        {
          minLength: 1,
          maxLength: most,
        },
      )
    let places = 0
    fc.assert(
      fc.property(some(40), some(6), (words, parts) => {
        const [text, name] = [words.join(""), parts.join("").trim()]
        fc.pre(isName(name))
        const found = namesIn(text, [{ name, stands: "A" }])
        expect(found.map(({ from, to }) => ({ from, to }))).toEqual(findWords(text, name))
        places += found.length
      }),
      { numRuns: 2_000, seed: 7 },
    )
    expect(places).toBeGreaterThan(50)
  })

  it("is not kept long by a key of the commonest words", () => {
    const common = ["de", "la", "le", "et", "un", "que", "de la", "et que"]
    const text = Array.from({ length: 40_000 }, (_, at) => common[(at * 7) % 6]).join(" ")
    const found = namesIn(
      text,
      common.map((name) => ({ name, stands: "A" })),
    )
    expect(found.length).toBeGreaterThan(20_000)
  })
})
