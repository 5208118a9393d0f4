import { describe, expect, it } from "vitest"
import { expansionOf, isShort } from "../../core/writingAids"

const own = [
  { short: "md", long: "médecin" },
  { short: "amd", long: "aide-médecin" },
  { short: "pb", long: "problème" },
  { short: "/h", long: "(hésite)" },
  { short: "->", long: "→" },
]

/** What stands there once all of it was typed, one character after the other. */
function typed(words: string, abbreviations = own): string {
  let text = ""
  for (const next of words) {
    const found = expansionOf(abbreviations, text, next)
    text += next
    if (!found) continue
    const to = text.length - found.behind
    text = text.slice(0, to - found.short.length) + found.long + text.slice(to)
  }
  return text
}

describe("abbreviations", () => {
  it("expand once a space or a mark ends them", () => {
    expect(typed("le md dit")).toBe("le médecin dit")
    expect(typed("le md, dit-il")).toBe("le médecin, dit-il")
    expect(typed("(md)")).toBe("(médecin)")
    expect(typed("au md\n")).toBe("au médecin\n")
    expect(typed("le md")).toBe("le md")
  })

  it("never expand inside a word, nor where it goes on", () => {
    expect(typed("cmd pbs md2 ")).toBe("cmd pbs md2 ")
    expect(typed("md-né md’ md· ")).toBe("md-né md’ md· ")
    expect(typed("l’md dit")).toBe("l’médecin dit")
  })

  it("keep the capital that they are written with, and the longest is meant", () => {
    expect(typed("Md et Amd ")).toBe("Médecin et Aide-médecin ")
    expect(typed("MD ")).toBe("MD ")
  })

  it("that end in a sign expand at once", () => {
    expect(typed("oui /")).toBe("oui /")
    expect(typed("oui ->")).toBe("oui →")
    // It ends in a letter, and so waits like a word.
    expect(typed("oui /h")).toBe("oui /h")
    expect(typed("oui /h ")).toBe("oui (hésite) ")
  })

  it("have no space, and some length", () => {
    expect(["md", "->", "été"].map(isShort)).toEqual([true, true, true])
    expect(["", "m d", "m\n", "x".repeat(21)].map(isShort)).toEqual([false, false, false, false])
  })
})
