import * as Y from "yjs"

export interface Collected {
  readonly state: Uint8Array
  /** How many updates no replica can apply. */
  readonly refused: number
}

const MOST_REFUSED = 100

/**
 * All of the updates as one, with what was deleted thrown away and what waits for a missing update kept; `change` is
 * made to it first. An update that breaks Yjs is left out, and all begun anew: a transaction that threw leaves half
 * of itself behind.
 */
export function collect(updates: readonly Uint8Array[], change: (doc: Y.Doc) => void = () => {}): Collected {
  let good = updates
  for (;;) {
    const doc = new Y.Doc()
    const broken = firstThatBreaks(doc, good)
    if (broken === null) change(doc)
    const state = broken === null ? Y.encodeStateAsUpdate(doc) : null
    doc.destroy()
    const refused = updates.length - good.length
    if (state) return { state, refused }
    if (refused >= MOST_REFUSED) throw new Error("the log holds too many updates that cannot be applied")
    good = good.filter((_, index) => index !== broken)
  }
}

function firstThatBreaks(doc: Y.Doc, updates: readonly Uint8Array[]): number | null {
  let at = 0
  try {
    doc.transact(() => {
      for (; at < updates.length; at++) Y.applyUpdate(doc, updates[at]!)
    })
    return null
  } catch {
    return Math.min(at, updates.length - 1)
  }
}
