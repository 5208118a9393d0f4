import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { actsOf } from "../../app/_editor/acts"
import { bind, FROM_TEXT } from "../../app/_editor/binding"
import { putRemark } from "../../app/_editor/putRemark"
import { nodesOf } from "../../app/_editor/schema"
import { offsetOf } from "../../app/_editor/selection"
import type { PutIn } from "../../core/fieldNotes"
import { textOf } from "../../core/text"
import { anchorTo, resolveAnchor } from "../../core/ydoc/anchors"
import { historyOf } from "../../core/ydoc/history"
import { putAt, standsIn } from "../../core/ydoc/puttingNotes"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"

/** A transcript in an editor; a "|" says where the cursor is. */
function open(...lines: string[]) {
  const doc = new Y.Doc()
  const turns = lines.map((line) => ({
    speaker: null,
    startMs: null,
    endMs: null,
    text: line.replace("|", ""),
  }))
  writeTranscript(doc, { speakers: [], turns })
  const history = historyOf(doc)
  const mark = actsOf(history)
  let state = EditorState.create({ doc: nodesOf(readTranscript(doc).turns) })
  const dispatch = (transaction: Transaction) => {
    state = state.apply(transaction)
    if (!transaction.getMeta(FROM_TEXT)) mark(transaction)
    binding.applied(transaction)
  }
  const binding = bind(doc, { state: () => state, dispatch })
  const cursorTurn = lines.findIndex((line) => line.includes("|"))
  let at = 1
  for (let turn = 0; turn < cursorTurn; turn++) at += state.doc.child(turn).nodeSize
  if (cursorTurn >= 0) {
    const cursor = at + lines[cursorTurn]!.indexOf("|")
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, cursor)))
  }
  return {
    doc,
    history,
    text: () => textOf(readTranscript(doc).turns),
    put(turn: number, remark: string): PutIn {
      const made = putRemark(state, turn, remark)!
      dispatch(made.transaction)
      const from = offsetOf(state.doc, made.at)
      return putAt(doc, { from, to: from + remark.length })!
    },
    types: (words: string) => dispatch(state.tr.insertText(words)),
    deletes(words: string) {
      const from = 1 + state.doc.child(0).textContent.indexOf(words)
      dispatch(state.tr.delete(from, from + words.length))
    },
    /** The words of a turn, with the cursor where it is in it. */
    drawn(turn: number): string {
      const { $head } = state.selection
      const words = state.doc.child(turn).textContent
      if ($head.index(0) !== turn) return words
      return `${words.slice(0, $head.parentOffset)}|${words.slice($head.parentOffset)}`
    },
  }
}

function put(turn: number, ...lines: string[]): string {
  const writer = open(...lines)
  writer.put(turn, "(rires)")
  return writer.drawn(turn)
}

describe("[F11] a note that is put into the words", () => {
  it("stands at the end of its turn where the cursor is elsewhere, which stays there", () => {
    expect(put(1, "on|e", "Deux mots.")).toBe("Deux mots. (rires)")
    expect(put(1, "one|", "")).toBe("(rires)")
    const writer = open("Un.", "de|ux")
    writer.put(0, "(rires)")
    expect([writer.drawn(0), writer.drawn(1)]).toEqual(["Un. (rires)", "de|ux"])
  })

  it("stands behind the word with the cursor where that is in the turn, which goes on behind it", () => {
    expect(put(0, "On hé|rite, dit-il.")).toBe("On hérite (rires)|, dit-il.")
    expect(put(0, "On| hérite.")).toBe("On (rires)| hérite.")
    expect(put(0, "|On hérite.")).toBe("(rires)| On hérite.")
    expect(put(0, "d’aujourd|’hui ça")).toBe("d’aujourd’hui (rires)| ça")
    expect(put(1, "a", "di|t-il")).toBe("dit-il (rires)|")
  })

  it("stands in no other remark", () => {
    expect(put(0, "Oui (il so|urit), non")).toBe("Oui (il sourit) (rires)|, non")
  })

  it("is one act that undo takes back; a coding over it and one behind it keep their words", () => {
    const writer = open("On hérite sou|vent.", "Et après ?")
    const coded = ["hérite souvent", "Et après"].map((quote) => {
      const from = writer.text().indexOf(quote)
      return anchorTo(writer.doc, writer.text(), { from, to: from + quote.length })
    })
    const quotes = () =>
      coded.map((anchor) => {
        const span = resolveAnchor(writer.doc, writer.text(), anchor)
        return "lost" in span ? null : writer.text().slice(span.from, span.to)
      })
    writer.types("x")
    const held = writer.put(0, "(rires)")
    expect(writer.text()).toBe("On hérite souxvent (rires).\nEt après ?")
    expect(quotes()).toEqual(["hérite souxvent", "Et après"])
    expect(standsIn(writer.doc)(held)).toBe(true)
    writer.history.undo()
    expect(writer.text()).toBe("On hérite souxvent.\nEt après ?")
    expect(quotes()).toEqual(["hérite souxvent", "Et après"])
    expect(standsIn(writer.doc)(held)).toBe(false)
    writer.history.redo()
    expect(standsIn(writer.doc)(held)).toBe(true)
  })

  it("is put in as long as anything of it stands, for whoever has the transcript", () => {
    const writer = open("Oui.")
    const held = writer.put(0, "(rires)")
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
    expect(standsIn(other)(held)).toBe(true)
    writer.deletes("res)")
    expect(standsIn(writer.doc)(held)).toBe(true)
    writer.deletes("(ri")
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
    expect([standsIn(writer.doc)(held), standsIn(other)(held)]).toEqual([false, false])
    writer.history.undo()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer.doc))
    expect([standsIn(writer.doc)(held), standsIn(other)(held)]).toEqual([true, true])
  })

  it("of what no page has written nothing stands", () => {
    const stands = standsIn(open("Oui.").doc)
    const unknown = { client: 77, clock: 3 }
    expect(stands({ first: unknown, last: unknown })).toBe(false)
  })
})
