import { knows, learn, nothingKnown, vectorOf } from "./knowledge"
import { Piece } from "./piece"
import { openTail, type Tail } from "./tail"
import { EMPTY_UPDATE, isEmpty, type Outline, type Sketch } from "./update"

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
  readonly add: (update: Uint8Array, outline: Outline) => void
  /** The frames that bring a holder of these clocks up to date; the last one makes it synced. */
  readonly answer: (known: ReadonlyMap<number, number>) => readonly Uint8Array[]
  /** All of it, as updates. */
  readonly updates: () => readonly Uint8Array[]
}

/** Many updates as one, and its outline, which it takes long to read. */
export interface Folded {
  readonly state: Uint8Array
  readonly outline?: Outline | undefined
}

type Fold = (updates: readonly Uint8Array[]) => Promise<Folded>

/**
 * Holds what a log said when it was loaded, collected (see `collect`). When much has come since, it is collected anew
 * by `fold`, beside everything else; until that is done, and where it fails, all is held as it came.
 */
export function openHistory(collected: Folded, fold?: Fold): History {
  let base = new Piece(collected.state, collected.outline)
  /** What is being folded; a fold that failed leaves it as it is. */
  let folding: Tail | null = null
  let tail = openTail()
  const known = nothingKnown()
  const opening = base.outline
  learn(known, opening)
  let vector: Uint8Array | null = null

  const pieces = () => [base, ...(folding?.pieces ?? []), ...tail.pieces]
  const updates = () => pieces().map(({ update }) => update)

  const foldTail = () => {
    if (!fold || folding) return
    const all = updates()
    folding = tail
    tail = openTail()
    fold(all).then(
      ({ state, outline }) => {
        base = new Piece(state, outline)
        folding = null
      },
      () => {},
    )
  }

  return {
    opening,
    updates,
    size: () => ({
      kept: base.update.length,
      unfolded: (folding?.size ?? 0) + tail.size,
      pieces: known.pieces,
    }),
    vector: () => {
      vector ??= vectorOf(known)
      return vector
    },
    holds: (sketch) => knows(known, sketch),
    add: (update, outline) => {
      if (isEmpty(outline)) return
      tail.add(update, outline)
      learn(known, outline)
      vector = null
      if (tail.size > base.update.length + FOLD_FROM) foldTail()
    },
    answer: (clocks) => {
      const lacking = pieces().flatMap((piece) => piece.since(clocks) ?? [])
      const last = lacking.pop() ?? new Piece(EMPTY_UPDATE)
      return [...lacking.map(({ frame }) => frame), last.answer]
    },
  }
}

const FOLD_FROM = 256 * 1024
