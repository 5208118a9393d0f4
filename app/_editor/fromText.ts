import type { Node } from "@tiptap/pm/model"
import type { EditorState, Transaction } from "@tiptap/pm/state"
import type * as Y from "yjs"
import { readTranscript } from "../../core/ydoc/source"
import { nodesAfter } from "./schema"

/**
 * What brings the editor to the transcript as it is now: one replacement from where they first differ to where they
 * last do, so that a selection elsewhere stays. Null where they are the same.
 */
export function catchUp(state: EditorState, doc: Y.Doc): Transaction | null {
  const now = nodesAfter(state.doc, readTranscript(doc).turns)
  const start = state.doc.content.findDiffStart(now.content)
  if (start === null) return null
  const end = state.doc.content.findDiffEnd(now.content)!
  // Where something repeats both ends may claim it; it belongs to one.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const [to, nowTo] = [end.a + overlap, end.b + overlap]
  const transaction = state.tr.replace(start, to, now.slice(start, nowTo))
  return transaction.doc.eq(now) ? transaction : replaceAll(state, now)
}

function replaceAll(state: EditorState, now: Node): Transaction {
  return state.tr.replaceWith(0, state.doc.content.size, now.content)
}
