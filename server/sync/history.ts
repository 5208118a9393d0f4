import * as Y from "yjs"
import { collect } from "./collect"
import { answerFrame, updateFrame } from "./frames"
import { knows, learn, nothingKnown, vectorOf } from "./knowledge"
import { isEmpty, nothingWritten, readUpdate, type Sketch } from "./update"

/**
 * What a room's log says, as bytes. There is no live Y.Doc: updates pass through unread, a newcomer gets what was
 * there at opening (`base`, collected and encoded once for all) and then what came since (`tail`). A Y.Doc of the
 * same content takes some twenty times the memory and several times the work.
 */
export interface History {
  /** Of what is kept. */
  readonly vector: () => Uint8Array
  /** Of what was kept when it was opened. */
  readonly opening: Sketch
  /** What it costs to hold it: bytes, and stretches known. */
  readonly size: () => { readonly bytes: number; readonly pieces: number }
  readonly holds: (sketch: Sketch) => boolean
  /** Adds an update that is durable. */
  readonly add: (update: Uint8Array, sketch: Sketch) => void
  /** The frames that bring a holder of this state vector up to date; the last one makes it synced. */
  readonly answer: (vector: Uint8Array) => readonly Uint8Array[]
}

/** Holds what a log said when it was loaded, collected (see `collect`). */
export function openHistory(collected: Uint8Array): History {
  let base = collected
  let tail: Uint8Array[] = []
  let tailSize = 0
  const known = nothingKnown()
  const opening = readUpdate(base) ?? nothingWritten
  learn(known, opening)
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
    opening,
    size: () => ({ bytes: base.length + tailSize, pieces: known.pieces }),
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
