/** Whole turns, moved past their neighbours. Not by ProseMirror, for which they would be other words at another place. */
import { TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type * as Y from "yjs"
import type { History } from "../../core/ydoc/history"
import { moveTurns } from "../../core/ydoc/moving"

interface Moved {
  readonly view: Pick<EditorView, "state" | "dispatch">
  readonly doc: Y.Doc
  readonly history: Pick<History, "close">
}

/**
 * Moves the turns of the selection up or down past one turn, with their speakers and times, as one act; the selection
 * goes along. False, and nothing done, where there is none to move past.
 */
export function moveSelectedTurns({ view, doc, history }: Moved, by: 1 | -1): boolean {
  const { selection, doc: shown } = view.state
  const { $anchor, $head, $from, $to } = selection
  const [first, last] = [$from.index(0), $to.index(0)]
  const to = first + by
  if (to < 0 || last + by >= shown.childCount) return false
  const anchor = { turn: $anchor.index(0) + by, inside: $anchor.parentOffset }
  const head = { turn: $head.index(0) + by, inside: $head.parentOffset }
  history.close()
  moveTurns(doc, first, last - first + 1, by < 0 ? to : last + 2)
  history.close()
  const { state } = view
  const at = ({ turn, inside }: typeof anchor) => {
    let start = 1
    for (let index = 0; index < turn; index++) start += state.doc.child(index).nodeSize
    return start + inside
  }
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at(anchor), at(head))).scrollIntoView())
  return true
}
