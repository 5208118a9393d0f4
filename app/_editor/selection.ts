import type { Node } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import * as Y from "yjs"

/** Where somebody's selection stands, held by the characters it is beside. */
export interface HeldSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/** Before the transcript changes: the editor and it are still the same. */
export function holdSelection(doc: Y.Doc, { doc: shown, selection }: EditorState): HeldSelection {
  const text = doc.getText("text")
  const held = (position: number) => {
    const offset = Math.min(text.length, offsetOf(shown, position))
    // Beside the character before it, so that what others write behind it goes behind.
    return Y.createRelativePositionFromTypeIndex(text, offset, offset === 0 ? 0 : -1)
  }
  return { anchor: held(selection.anchor), head: held(selection.head) }
}

/** Puts the selection where its characters stand in what a transaction brings. */
export function restoreSelection(doc: Y.Doc, transaction: Transaction, held: HeldSelection): void {
  const anchor = Y.createAbsolutePositionFromRelativePosition(held.anchor, doc)
  const head = Y.createAbsolutePositionFromRelativePosition(held.head, doc)
  if (!anchor || !head) return
  const at = (offset: number) => positionOf(transaction.doc, offset)
  transaction.setSelection(TextSelection.create(transaction.doc, at(anchor.index), at(head.index)))
}

/** The offset in the transcript's text of a position in the editor. */
export function offsetOf(shown: Node, position: number): number {
  const { depth } = shown.resolve(position)
  // Each turn but the first begins with two borders here, and with one character there.
  const before = shown.resolve(position).index(0)
  return Math.max(0, position - before - (depth > 0 ? 1 : before > 0 ? 1 : 0))
}

/** The position in the editor of an offset in the transcript's text. */
export function positionOf(shown: Node, offset: number): number {
  let rest = offset
  let position = 1
  for (let turn = 0; turn < shown.childCount - 1; turn++) {
    const { size } = shown.child(turn).content
    if (rest <= size) break
    rest -= size + 1
    position += size + 2
  }
  return Math.min(position + rest, shown.content.size - 1)
}
