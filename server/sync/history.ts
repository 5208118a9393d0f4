import * as Y from "yjs"
import { answerFrame, updateFrame } from "./frames"
import { knows, learn, nothingKnown, vectorOf } from "./knowledge"
import { isEmpty, readUpdate, type Sketch } from "./update"

/**
 * What a room's log says, as bytes. There is no live Y.Doc: updates pass through unread, a newcomer gets what was
 * there at opening (`base`, collected and encoded once for all) and then what came since (`tail`). A Y.Doc of the
 * same content takes some twenty times the memory and several times the work.
 */
export interface History {
  /** Of what is kept. */
  readonly vector: () => Uint8Array
  readonly holds: (sketch: Sketch) => boolean
  /** Adds an update that is durable. */
  readonly add: (update: Uint8Array, sketch: Sketch) => void
  /** The frames that bring a holder of this state vector up to date; the last one makes it synced. */
  readonly answer: (vector: Uint8Array) => readonly Uint8Array[]
}

/** Holds the updates of a log. Those that no replica can apply are left out; `onRefused` hears how many. */
export function openHistory(updates: readonly Uint8Array[], onRefused: (count: number) => void): History {
  const collected = collect(updates)
  if (collected.refused > 0) onRefused(collected.refused)
  let base = collected.state
  let tail: Uint8Array[] = []
  let tailSize = 0
  const known = nothingKnown()
  learn(known, readUpdate(base) ?? { written: [], deleted: [] })
  let answers = new Map<string, readonly Uint8Array[]>()

  const tailAsOne = () => {
    if (tail.length > 1) tail = [mergeAll(tail)]
    return tail[0] ?? null
  }

  const fold = () => {
    base = collect([base, ...tail]).state
    tail = []
    tailSize = 0
  }

  const compose = (vector: Uint8Array) => {
    if (tailSize > base.length + FOLD_FROM) fold()
    const since = tailAsOne()
    const lacks = (update: Uint8Array) => (vector.length <= 1 ? update : Y.diffUpdate(update, vector))
    return since ? [updateFrame(lacks(base)), answerFrame(lacks(since))] : [answerFrame(lacks(base))]
  }

  return {
    vector: () => vectorOf(known),
    holds: (sketch) => knows(known, sketch),
    add: (update, sketch) => {
      if (isEmpty(sketch)) return
      tail.push(update)
      tailSize += update.length
      learn(known, sketch)
      answers = new Map()
    },
    answer: (vector) => {
      const key = Buffer.from(vector).toString("base64")
      const ready = answers.get(key) ?? compose(vector)
      if (answers.size < ANSWERS_KEPT) answers.set(key, ready)
      return ready
    },
  }
}

const FOLD_FROM = 256 * 1024
/** Newcomers and those who only lost their line ask with one vector each. */
const ANSWERS_KEPT = 2
const MOST_REFUSED = 100

/**
 * All of the updates as one, with what was deleted thrown away and what waits for a missing update kept. An update
 * that breaks Yjs is left out, and all begun anew: a transaction that threw leaves half of itself behind.
 */
function collect(updates: readonly Uint8Array[]): { state: Uint8Array; refused: number } {
  let good = updates
  for (;;) {
    const doc = new Y.Doc()
    const broken = firstThatBreaks(doc, good)
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

/** `Y.mergeUpdates` sorts all its inputs again for each struct, so it is given few at a time. */
function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
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
