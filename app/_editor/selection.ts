import type { Node } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import * as Y from "yjs"

/** Where somebody's selection stands, held by the characters it is beside. */
export interface HeldSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/** Before the transcript changes: the editor and it are still the same. */
export function holdSelection(
  doc: Y.Doc,
  { doc: shown, selection }: Pick<EditorState, "doc" | "selection">,
): HeldSelection {
  const text = doc.getText("text")
  const held = (position: number) => {
    const offset = Math.min(text.length, offsetOf(shown, position))
    // Beside the character before it, so that what others write behind it goes behind.
    return Y.createRelativePositionFromTypeIndex(text, offset, offset === 0 ? 0 : -1)
  }
  return { anchor: held(selection.anchor), head: held(selection.head) }
}

/**
 * The selection as the browser has it, where the editor has not been told yet: browsers tell of it a while after a key
 * or a click, and until then what others write, or the next key, would find the one before. Null where both say the
 * same, where the words are elsewhere, and while a character is being composed.
 */
export function untoldSelection(view: EditorView): TextSelection | null {
  const browser = view.hasFocus() && !view.composing ? view.dom.ownerDocument.getSelection() : null
  if (!browser?.anchorNode || !browser.focusNode) return null
  if (!view.dom.contains(browser.anchorNode) || !view.dom.contains(browser.focusNode)) return null
  const { doc, selection } = view.state
  const at = (node: globalThis.Node, offset: number) => doc.resolve(view.posAtDOM(node, offset))
  const told = TextSelection.between(
    at(browser.anchorNode, browser.anchorOffset),
    at(browser.focusNode, browser.focusOffset),
  )
  return told instanceof TextSelection && !told.eq(selection) ? told : null
}

/** Has the editor know where the cursor is seen, before a key or what is pasted is done there. */
export function readCursor(view: EditorView): false {
  const untold = untoldSelection(view)
  if (untold) view.dispatch(view.state.tr.setSelection(untold))
  return false
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
