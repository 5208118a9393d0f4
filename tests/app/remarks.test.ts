import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import { insertInaudible, insertRemark } from "../../app/_editor/remarks"
import { nodesOf, schema } from "../../app/_editor/schema"
import { inaudibleOf, nonverbalOf } from "../../app/_transcript/depths"

/** A turn with its cursor at |, or with what is selected between two of them. */
function open(drawn: string): EditorState {
  const from = drawn.indexOf("|")
  const to = Math.max(from, drawn.lastIndexOf("|") - 1)
  const doc = nodesOf([{ speaker: null, startMs: null, endMs: null, text: drawn.replaceAll("|", "") }])
  return EditorState.create({ schema, doc, selection: TextSelection.create(doc, from + 1, to + 1) })
}

function drawn(made: Transaction | null): string {
  const text = made!.doc.textContent
  const at = made!.selection.from - 1
  return `${text.slice(0, at)}|${text.slice(at)}`
}

const remark = (at: string) => drawn(insertRemark(open(at)))
const inaudible = (at: string, when: string | null = "12:31") => drawn(insertInaudible(open(at), when))

describe("a remark in parentheses", () => {
  it("stands apart from the words beside it, with the cursor inside", () => {
    expect(remark("oui|")).toBe("oui (|)")
    expect(remark("oui |")).toBe("oui (|)")
    expect(remark("|oui")).toBe("(|) oui")
    expect(remark("oui|, non")).toBe("oui (|), non")
    expect(remark("|")).toBe("(|)")
  })
  it("goes around what is selected, and the key leaves it again", () => {
    expect(remark("il |sourit| et")).toBe("il (sourit)| et")
    expect(remark("oui (rit|)")).toBe("oui (rit)|")
    expect(remark("oui (rit|)non")).toBe("oui (rit) |non")
  })
})

describe("a mark for what nobody can hear", () => {
  it("says when, where there is a recording", () => {
    expect(inaudible("il a dit|")).toBe("il a dit [inaudible 12:31]|")
    expect(inaudible("il |xx| dit")).toBe("il [inaudible 12:31]| dit")
    expect(inaudible("il |dit", null)).toBe("il [inaudible]| dit")
  })
  it("is told from other brackets, as remarks are from what is longer than one", () => {
    const shown = (text: string) =>
      [...inaudibleOf(text), ...nonverbalOf(text)].map(({ from, to }) => text.slice(from, to))
    expect(shown("[inaudible 1:02:05] (rit) [Ville] [Inaudible]")).toEqual([
      "[inaudible 1:02:05]",
      "[Inaudible]",
      "(rit)",
    ])
    expect(shown(`(${"long ".repeat(30)}) [sic]`)).toEqual([])
  })
})
