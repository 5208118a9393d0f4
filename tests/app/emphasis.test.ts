import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { stress } from "../../app/_editor/emphasis"
import { nodesOf, schema } from "../../app/_editor/schema"
import { applyToText } from "../../app/_editor/toText"
import { emphasisOf, stressSignsOf } from "../../app/_transcript/emphasis"
import { textOf, wordsOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { historyOf } from "../../core/ydoc/history"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"

/** A turn with its cursor at |, or with what is selected between two of them. */
function open(drawn: string): EditorState {
  const from = drawn.indexOf("|")
  const to = Math.max(from, drawn.lastIndexOf("|") - 1)
  const turn = { speaker: null, startMs: null, endMs: null, text: drawn.replaceAll("|", "") }
  const doc = nodesOf([turn])
  return EditorState.create({ schema, doc, selection: TextSelection.create(doc, from + 1, to + 1) })
}

const made = (at: string) => stress(open(at))
const text = (at: string) => made(at)!.doc.textContent
function drawn(at: string): string {
  const { doc, selection } = made(at) as Transaction
  const words = doc.textContent
  return `${words.slice(0, selection.from - 1)}|${words.slice(selection.from - 1)}`
}

describe("[C47] what is stressed", () => {
  const stressed = (written: string) => emphasisOf(written).map(({ from, to }) => written.slice(from, to))

  it("is what stands between two asterisks, whole words of one turn", () => {
    expect(stressed("je ne voulais *pas*, *vraiment pas*.")).toEqual(["pas", "vraiment pas"])
    expect(stressed("(*rit*) « *oui* »")).toEqual(["rit", "oui"])
    expect(stressSignsOf("*pas*")).toEqual([
      { from: 0, to: 1 },
      { from: 4, to: 5 },
    ])
  })
  it.each([
    "les étudiant*e*s",
    "Lehrer*innen und Schüler*innen",
    "2*3*4",
    "une étoile * deux étoiles *",
    "**",
    "***",
    "* *",
    "*pas\nencore*",
    "voir note*",
  ])("is not made by other asterisks: %j", (written) => {
    expect(stressed(written)).toEqual([])
  })
  it("is the same words as before, in the same numbers", () => {
    expect(wordsOf("je ne veux *vraiment pas* ça")).toHaveLength(wordsOf("je ne veux vraiment pas ça").length)
  })
})

describe("[C47] the key that stresses", () => {
  it("puts the signs around the words selected, the words half selected whole, and takes them away again", () => {
    expect(text("je |ne veux| pas")).toBe("je *ne veux* pas")
    expect(text("je n|e ve|ux pas")).toBe("je *ne veux* pas")
    expect(text("je| ne veux, |pas")).toBe("je *ne veux*, pas")
    expect(text("je *ne |veux|* pas")).toBe("je ne veux pas")
    expect(text("je |*ne veux*| pas")).toBe("je ne veux pas")
    expect(text("je |*ne* veux pas|")).toBe("je *ne veux pas*")
  })
  it("takes the word with the cursor; behind its last letter one writes on", () => {
    expect(drawn("la pe|ur")).toBe("la *pe|ur*")
    expect(drawn("la peur|")).toBe("la *peur*|")
    expect(drawn("la *pe|ur* du")).toBe("la pe|ur du")
    expect(drawn("la *peur*| du")).toBe("la peur| du")
    expect(text("l’hôp|ital")).toBe("*l’hôpital*")
  })
  it("begins where no word is, goes on behind, and leaves nothing of what stayed empty", () => {
    expect(drawn("la |")).toBe("la *|*")
    expect(drawn("la *peur|* du")).toBe("la *peur*| du")
    expect(text("la *|*")).toBe("la ")
    expect(made("la| |peur")).toBeNull()
  })

  it("[C1, C20] moves no coding, and is one act for undo", () => {
    const doc = new Y.Doc()
    const turns = ["Oui, la peur du vide.", "Depuis toujours."].map((text) => ({
      speaker: null,
      startMs: null,
      endMs: null,
      text,
    }))
    writeTranscript(doc, { speakers: [], turns })
    const history = historyOf(doc)
    const before = textOf(readTranscript(doc).turns)
    const codings = ["peur", "la peur", "peur du vide", "la peur du vide."].map((words) => {
      const from = before.indexOf(words)
      return { words, anchor: anchorTo(doc, before, { from, to: from + words.length }) }
    })
    const now = () => {
      const text = textOf(readTranscript(doc).turns)
      return codings.map(({ anchor }) => {
        const { from, to } = resolveAnchor(doc, text, anchor) as { from: number; to: number }
        return text.slice(from, to).replaceAll("*", "")
      })
    }
    const shown = nodesOf(readTranscript(doc).turns)
    const state = EditorState.create({ schema, doc: shown, selection: TextSelection.create(shown, 9, 13) })
    const transaction = stress(state)!
    history.close()
    applyToText(doc, transaction)
    history.close()
    expect(readTranscript(doc).turns[0]!.text).toBe("Oui, la *peur* du vide.")
    expect(now()).toEqual(codings.map(({ words }) => words))
    applyToText(doc, stress(state.apply(transaction))!)
    expect(textOf(readTranscript(doc).turns)).toBe(before)
    expect(now()).toEqual(codings.map(({ words }) => words))
    history.undo()
    expect(readTranscript(doc).turns[0]!.text).toBe("Oui, la *peur* du vide.")
    history.undo()
    expect(textOf(readTranscript(doc).turns)).toBe(before)
    expect(now()).toEqual(codings.map(({ words }) => words))
  })
})
