import * as Y from "yjs"
import { mergeAll } from "./collect"
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
  /** What it costs to hold it: bytes collected, bytes as they came since, stretches known. */
  readonly size: () => { readonly kept: number; readonly unfolded: number; readonly pieces: number }
  readonly holds: (sketch: Sketch) => boolean
  /** Adds an update that is durable. */
  readonly add: (update: Uint8Array, sketch: Sketch) => void
  /** The frames that bring a holder of this state vector up to date; the last one makes it synced. */
  readonly answer: (vector: Uint8Array) => readonly Uint8Array[]
  /** All of it, as updates. */
  readonly updates: () => readonly Uint8Array[]
}

type Fold = (updates: readonly Uint8Array[]) => Promise<Uint8Array>

/**
 * Holds what a log said when it was loaded, collected (see `collect`). When much has come since, it is collected anew
 * by `fold`, beside everything else; until that is done, and where it fails, all is held as it came.
 */
export function openHistory(collected: Uint8Array, fold?: Fold): History {
  let base = collected
  /** What is being folded; a fold that failed leaves it as it is. */
  let folding: Uint8Array | null = null
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

  const foldTail = () => {
    const old = tailAsOne()
    if (!fold || !old || folding) return
    folding = old
    tail = []
    tailSize = 0
    fold([base, old]).then(
      (state) => {
        base = state
        folding = null
        answers = new Map()
      },
      () => {},
    )
  }

  const updates = () => [base, folding, tailAsOne()].filter((part) => part !== null)

  const compose = (vector: Uint8Array) => {
    const lacks = (update: Uint8Array) => (vector.length <= 1 ? update : Y.diffUpdate(update, vector))
    const parts = updates().map(lacks)
    const last = parts.pop()!
    return [...parts.map(updateFrame), answerFrame(last)]
  }

  return {
    opening,
    updates,
    size: () => ({ kept: base.length, unfolded: (folding?.length ?? 0) + tailSize, pieces: known.pieces }),
    vector: () => vectorOf(known),
    holds: (sketch) => knows(known, sketch),
    add: (update, sketch) => {
      if (isEmpty(sketch)) return
      tail.push(update)
      tailSize += update.length
      learn(known, sketch)
      answers = new Map()
      if (tail.length >= MERGED_FROM) tailAsOne()
      if (tailSize > base.length + FOLD_FROM) foldTail()
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
/** A newcomer must not wait for a long tail to be merged. */
const MERGED_FROM = 200
/** Newcomers and those who only lost their line ask with one vector each. */
const ANSWERS_KEPT = 2
