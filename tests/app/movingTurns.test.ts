import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { bind } from "../../app/_editor/binding"
import { moveSelectedTurns } from "../../app/_editor/movingTurns"
import { nodesOf } from "../../app/_editor/schema"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { historyOf } from "../../core/ydoc/history"
import { keepSettled } from "../../core/ydoc/settling"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"

const said = ["Vous avez peur ?", "La peur du vide.", "Depuis quand ?", "Depuis toujours."]

function open() {
  const doc = new Y.Doc()
  const turns = said.map((text, at) => ({
    speaker: at % 2 ? "m7" : "int",
    startMs: at * 1_000,
    endMs: null,
    text,
  }))
  writeTranscript(doc, { speakers: [], turns })
  keepSettled(doc)
  const history = historyOf(doc)
  let state = EditorState.create({ doc: nodesOf(readTranscript(doc).turns) })
  const binding = bind(doc, { state: () => state, dispatch })
  function dispatch(transaction: Transaction) {
    state = state.apply(transaction)
    binding.applied(transaction)
  }
  const view: Pick<EditorView, "state" | "dispatch"> = {
    get state() {
      return state
    },
    dispatch,
  }
  const at = (words: string) => {
    let found = -1
    state.doc.descendants((node, position) => {
      if (node.isText && node.text!.includes(words)) found = position + node.text!.indexOf(words)
    })
    return found
  }
  return {
    ...{ doc, history, dispatch },
    move: (by: 1 | -1) => moveSelectedTurns({ view, doc, history }, by),
    select: (from: string, to = from) =>
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, at(from), at(to) + to.length))),
    selected: () => state.doc.textBetween(state.selection.from, state.selection.to, " / "),
    shown: () => Array.from({ length: state.doc.childCount }, (_, at) => state.doc.child(at).textContent),
    state: () => state,
  }
}

describe("[C21] turns that are moved by their writer", () => {
  it("go past their neighbour with speaker, time, selection and codings, and back by one undo", () => {
    const editor = open()
    const text = () => textOf(readTranscript(editor.doc).turns)
    const span = { from: text().indexOf("peur du"), to: text().indexOf("peur du") + 7 }
    const coding = anchorTo(editor.doc, text(), span)
    editor.select("du vide")
    expect(editor.move(1)).toBe(true)
    expect(editor.shown()).toEqual([said[0], said[2], said[1], said[3]])
    expect(editor.selected()).toBe("du vide")
    expect(readTranscript(editor.doc).turns[2]).toMatchObject({
      speaker: "m7",
      startMs: 1_000,
      text: said[1],
    })
    const found = resolveAnchor(editor.doc, text(), coding) as { from: number; to: number }
    expect(text().slice(found.from, found.to)).toBe("peur du")
    expect(editor.move(1)).toBe(true)
    editor.history.undo()
    expect(editor.shown()).toEqual([said[0], said[2], said[1], said[3]])
    editor.history.undo()
    expect(editor.shown()).toEqual(said)
  })

  it("go together where several are selected, and no further than the first and the last place", () => {
    const editor = open()
    editor.select("du vide", "quand")
    expect(editor.move(-1)).toBe(true)
    expect(editor.shown()).toEqual([said[1], said[2], said[0], said[3]])
    expect(editor.selected()).toBe("du vide. / Depuis quand")
    expect(editor.move(-1)).toBe(false)
    expect([editor.move(1), editor.move(1), editor.move(1)]).toEqual([true, true, false])
    expect(editor.shown()).toEqual([said[0], said[3], said[1], said[2]])
    expect(editor.selected()).toBe("du vide. / Depuis quand")
    // And what is written next stands there.
    editor.dispatch(
      editor
        .state()
        .tr.insertText("du noir. Et", editor.state().selection.from, editor.state().selection.from + 8),
    )
    expect(readTranscript(editor.doc).turns.map(({ text }) => text)).toEqual(editor.shown())
  })
})
