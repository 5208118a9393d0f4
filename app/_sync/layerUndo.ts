import * as Y from "yjs"
import { type LayerCoding, OWN, readCoding } from "../../core/ydoc/layer"
import { memoKeys } from "../../core/ydoc/memos"

export interface LayerUndo {
  /** The codings that the step touches, as they stand and as they stood, may not be changed: nothing was done. */
  undo(mayChange: MayChange): boolean
  redo(mayChange: MayChange): boolean
}

export type MayChange = (codings: readonly LayerCoding[]) => boolean

const TOUCHED = "touched"

/**
 * Takes one's own acts in a layer back, each as one step. A step is asked about before it is made: words that were
 * handed in since may not change under their coder's hand.
 */
export function layerUndo(doc: Y.Doc): LayerUndo {
  const codings = doc.getMap("codings")
  const maps = [codings, doc.getMap("suggestedCodes"), doc.getMap("memos")]
  const manager = new Y.UndoManager(maps, { trackedOrigins: new Set([OWN]), captureTimeout: 0 })
  manager.on("stack-item-added", ({ stackItem, changedParentTypes }) => {
    stackItem.meta.set(TOUCHED, touchedBy(codings, [...changedParentTypes.values()].flat()))
  })
  const step = (stack: () => Manager["undoStack"], make: () => unknown) => (mayChange: MayChange) => {
    const touched: readonly LayerCoding[] = stack().at(-1)?.meta.get(TOUCHED) ?? []
    if (touched.length > 0 && !mayChange(touched)) return false
    make()
    return true
  }
  return {
    undo: step(
      () => manager.undoStack,
      () => {
        const stood = memoKeys(doc)
        manager.undo()
        leaveOut(doc, stood)
      },
    ),
    redo: step(
      () => manager.redoStack,
      () => manager.redo(),
    ),
  }
}

/**
 * What one's own writing of a memo took the place of comes back with it being taken back: not beside what another device
 * has written in its place since.
 */
function leaveOut(doc: Y.Doc, stood: ReturnType<typeof memoKeys>): void {
  doc.transact(() => {
    for (const [id, keys] of memoKeys(doc)) {
      const before = stood.get(id) ?? []
      if (!keys.some((key) => before.includes(key))) continue
      for (const key of keys) if (!before.includes(key)) doc.getMap("memos").delete(key)
    }
  })
}

type Manager = InstanceType<typeof Y.UndoManager>

interface Change {
  readonly target: unknown
  readonly changes: { readonly keys: ReadonlyMap<string, { readonly oldValue: unknown }> }
}

/** Codings made, removed, moved or recoded. A memo alone says nothing else about the words. */
function touchedBy(codings: Y.Map<unknown>, events: readonly Change[]): LayerCoding[] {
  const own = events.filter(({ target }) => target === codings)
  return own.flatMap(({ changes }) =>
    [...changes.keys].flatMap(([id, { oldValue }]) => {
      const before = readCoding(id, oldValue)
      const after = readCoding(id, codings.get(id))
      if (before && after && saysTheSame(before, after)) return []
      return [before, after].filter((coding) => coding !== null)
    }),
  )
}

function saysTheSame(one: LayerCoding, other: LayerCoding): boolean {
  return one.code === other.code && JSON.stringify(one.anchor) === JSON.stringify(other.anchor)
}
