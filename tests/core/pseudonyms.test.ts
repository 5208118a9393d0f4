import { describe, expect, it } from "vitest"
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
    expect(["", "D", "…", "Jean\nDurand", "x".repeat(101)].map(isName)).toEqual(Array(5).fill(false))
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
})
