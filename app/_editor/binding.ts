import type { EditorState, Selection, Transaction } from "@tiptap/pm/state"
import type * as Y from "yjs"
import type { CharId } from "../../core/ydoc/items"
import { catchUp } from "./fromText"
import { type HeldSelection, holdSelection, restoreSelection } from "./selection"
import { applyToText } from "./toText"

/** An editor as far as the transcript is concerned. */
export interface BoundEditor {
  readonly state: () => EditorState
  /** What is selected, where the state does not know it yet. */
  readonly untold?: () => Selection | null
  readonly dispatch: (transaction: Transaction) => void
}

/** Marks transactions that come from the transcript and need not go back there. */
export const FROM_TEXT = "from-text"

export interface Binding {
  /** To be told of every transaction that was applied to the editor. */
  readonly applied: (transaction: Transaction) => void
  readonly destroy: () => void
}

/** Keeps an editor and a transcript the same, each change on one side done on the other. */
export function bind(doc: Y.Doc, editor: BoundEditor): Binding {
  let isApplying = false
  let held: HeldSelection | null = null
  let gone: CharId | null = null
  const hold = () => {
    const { doc: shown, selection } = editor.state()
    // What answers a change comes before the editor has caught up with that.
    if (isApplying) held = null
    else held ??= holdSelection(doc, { doc: shown, selection: editor.untold?.() ?? selection })
  }
  const follow = () => {
    const standing = held
    held = null
    const transaction = isApplying ? null : catchUp(editor.state(), doc)
    if (!transaction) return
    if (standing) restoreSelection(doc, transaction, standing)
    editor.dispatch(transaction.setMeta(FROM_TEXT, true).setMeta("addToHistory", false))
  }
  doc.on("beforeTransaction", hold)
  doc.on("afterTransaction", follow)
  return {
    applied(transaction) {
      if (transaction.getMeta(FROM_TEXT)) return
      isApplying = true
      try {
        gone = applyToText(doc, transaction, gone)
      } finally {
        isApplying = false
      }
    },
    destroy() {
      doc.off("beforeTransaction", hold)
      doc.off("afterTransaction", follow)
    },
  }
}
