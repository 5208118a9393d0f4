import { describe, expect, it } from "vitest"
import { edited, pasted } from "../../app/projects/[project]/guide/lineKeys"
import { type GuideLine, NO_ORIGIN } from "../../core/guide"

/** "-x" is a prompt. */
const lines = (...texts: string[]): GuideLine[] =>
  texts.map((text) => ({
    id: text,
    is: text.startsWith("-") ? "prompt" : "question",
    text: text.replace(/^-/, "").replace(/^_$/, ""),
    origin: NO_ORIGIN,
  }))
const shown = (some: readonly GuideLine[]) =>
  some.map(({ is, text }) => `${is === "prompt" ? "-" : ""}${text}`)

/** What a key makes of the lines, and in which line the cursor stands then; null where it does nothing of its own. */
function press(
  some: GuideLine[],
  at: number,
  key: string,
  held: { caret?: number; altKey?: boolean; shiftKey?: boolean } = {},
) {
  const { caret = some[at]!.text.length, ...keys } = held
  const bare = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
  const done = edited(some, at, [caret, caret], { ...bare, key, ...keys })
  return done && [shown(done.lines), done.lines.findIndex(({ id }) => id === done.focus.line)]
}
const shift = { shiftKey: true }

describe("[F20] writing a guide by keys", () => {
  it("Enter begins the next question behind the prompts, or the next prompt", () => {
    expect(press(lines("A", "-a", "B"), 0, "Enter")).toEqual([["A", "-a", "", "B"], 2])
    expect(press(lines("A", "-a", "B"), 1, "Enter")).toEqual([["A", "-a", "-", "B"], 2])
    expect(press(lines("AB", "-a"), 0, "Enter", { caret: 1 })).toEqual([["A", "B", "-a"], 1])
  })

  it("an empty line turns into a prompt by Tab, and back by Shift+Tab or Enter", () => {
    expect(press(lines("A", "_"), 1, "Tab")).toEqual([["A", "-"], 1])
    expect(press(lines("A", "-"), 1, "Tab", shift)).toEqual([["A", ""], 1])
    expect(press(lines("A", "-"), 1, "Enter")).toEqual([["A", ""], 1])
  })

  it("Tab leaves every other line, and the first", () => {
    for (const [some, at] of [
      [lines("A", "B"), 1],
      [lines("A", "-"), 1],
      [lines("_", "B"), 0],
    ] as const)
      expect(press(some, at, "Tab")).toBeNull()
    expect(press(lines("A", "B"), 1, "Tab", shift)).toBeNull()
  })

  it("Backspace takes an empty line away, but not the last there is", () => {
    expect(press(lines("A", "_"), 1, "Backspace")).toEqual([["A"], 0])
    expect(press(lines("_"), 0, "Backspace")).toBeNull()
    expect(press(lines("A", "B"), 1, "Backspace")).toBeNull()
  })

  it("arrows walk from line to line at their ends, and move a line with Alt", () => {
    expect(press(lines("A", "B"), 0, "ArrowDown")).toEqual([["A", "B"], 1])
    expect(press(lines("AB", "C"), 0, "ArrowDown", { caret: 0 })).toBeNull()
    expect(press(lines("A", "B"), 1, "ArrowUp", { caret: 0 })).toEqual([["A", "B"], 0])
    expect(press(lines("A", "-a", "B"), 2, "ArrowUp", { altKey: true })).toEqual([["B", "A", "-a"], 0])
  })

  it("a pasted list becomes lines, in an empty one or behind one that is written", () => {
    const paste = (some: GuideLine[], at: number, text: string) => {
      const done = pasted(some, at, [some[at]!.text.length, some[at]!.text.length], text)
      return done && shown(done.lines)
    }
    expect(paste(lines("_"), 0, "1. Un\n  - sous\n2. Deux")).toEqual(["Un", "-sous", "Deux"])
    expect(paste(lines("A", "B"), 0, "Un\nDeux")).toEqual(["A", "Un", "Deux", "B"])
    expect(paste(lines("A"), 0, "un mot")).toBeNull()
  })
})
