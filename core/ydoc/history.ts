import type * as Y from "yjs"
import { EDIT } from "./editing"
import { isEmpty, joined, type Step, stepOf } from "./step"
import { takeBack } from "./takingBack"

/** One's own edits of a transcript, to be taken back and done again. */
export interface History {
  /** Takes back one's latest act. False when there is none. */
  readonly undo: () => boolean
  /** Does again what was taken back last. False when there is nothing, or one has edited since. */
  readonly redo: () => boolean
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** What comes next is an act of its own; until then edits that follow each other are one. */
  readonly close: () => void
  /** Calls back when an act was added, taken back or done again. */
  readonly onChange: (changed: () => void) => () => void
  readonly destroy: () => void
}

/**
 * Remembers the edits made on this document with the origin EDIT. Y.UndoManager is not enough: what it brings back has
 * new ids that nobody else learns of, and it looks for what was moved where it is no more.
 */
export function historyOf(doc: Y.Doc): History {
  const text = doc.getText("text")
  const head = doc.getMap("head")
  const origin = Symbol("taking back")
  const listeners = new Set<() => void>()
  const done: Step[] = []
  const undone: Step[] = []
  let open = false
  let into = done

  const record = (transaction: Y.Transaction) => {
    const isOwn = transaction.origin === EDIT
    if (!isOwn && transaction.origin !== origin) return
    const step = stepOf(transaction, text, head)
    if (isEmpty(step)) return
    const last = done.at(-1)
    if (isOwn && open && last) done[done.length - 1] = joined(last, step)
    else (isOwn ? done : into).push(step)
    if (isOwn) undone.length = 0
    open = isOwn
    for (const changed of listeners) changed()
  }
  doc.on("afterTransaction", record)

  const take = (from: Step[], to: Step[]) => {
    const step = from.pop()
    open = false
    if (!step) return false
    into = to
    doc.transact((transaction) => takeBack(transaction, text, step), origin)
    return true
  }
  return {
    undo: () => take(done, undone),
    redo: () => take(undone, done),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    close: () => {
      open = false
    },
    onChange(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    destroy: () => doc.off("afterTransaction", record),
  }
}
