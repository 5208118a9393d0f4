import * as Y from "yjs"
import { TooHeavy } from "./tooHeavy"
import type { Outline } from "./update"

export interface Collected {
  readonly state: Uint8Array
  /** How many updates no replica can apply. */
  readonly refused: number
  /** Of the state, where it was read already. */
  readonly outline?: Outline | undefined
}

const MOST_REFUSED = 100

/**
 * All of the updates as one, with what was deleted thrown away and what waits for a missing update kept; `change` is
 * made to it first. An update that breaks Yjs is left out, and all begun anew: a transaction that threw leaves half
 * of itself behind.
 */
export function collect(updates: readonly Uint8Array[], change: (doc: Y.Doc) => void = () => {}): Collected {
  const merged = apply(asOne(updates), change)
  if (merged) return { state: merged, refused: 0 }
  let good = updates
  for (;;) {
    const doc = new Y.Doc()
    const broken = firstThatBreaks(doc, good)
    doc.destroy()
    const refused = updates.length - good.length
    if (broken === null) return { state: apply(good, change)!, refused }
    if (refused >= MOST_REFUSED) throw new TooHeavy("the log holds too many updates that cannot be applied")
    good = good.filter((_, index) => index !== broken)
  }
}

/** Null when one of them breaks Yjs. */
function apply(updates: readonly Uint8Array[], change: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = new Y.Doc()
  try {
    if (firstThatBreaks(doc, updates) !== null) return null
    change(doc)
    return Y.encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
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

/** The document of a log. An update that breaks Yjs is left out, and all begun anew. */
export function applyAll(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  if (firstThatBreaks(doc, asOne(updates)) === null) return doc
  doc.destroy()
  const mended = new Y.Doc()
  Y.applyUpdate(mended, collect(updates).state)
  return mended
}

/**
 * The same updates as one, or as given where they cannot be merged. What waits for something missing would else be
 * merged again with each update that comes after it.
 */
function asOne(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  try {
    return updates.length > 1 ? [mergeAll(updates)] : updates
  } catch {
    return updates
  }
}

/** `Y.mergeUpdates` sorts all its inputs again for each struct, so it is given few at a time. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let at = 0; at < level.length; at += MERGED_AT_ONCE)
      next.push(Y.mergeUpdates(level.slice(at, at + MERGED_AT_ONCE)))
    level = next
  }
  return level[0]!
}

const MERGED_AT_ONCE = 16
