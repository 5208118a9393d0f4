import { mergeAll } from "./collect"
import { Piece } from "./piece"
import type { Outline } from "./update"

/** Updates in the order they came, as few pieces: a newcomer is sent each of them. */
export interface Tail {
  readonly pieces: readonly Piece[]
  /** In bytes, as they came. */
  readonly size: number
  readonly add: (update: Uint8Array, outline: Outline) => void
}

/** So many pieces of one rank become one of the next, so that no update is merged more often than there are ranks. */
const MERGED_AT_ONCE = 16
/** Larger pieces stay as they are: merging them would stall others, and saves no newcomer much. */
const MOST_MERGED = 64 * 1024
const AS_IT_IS = Number.POSITIVE_INFINITY

export function openTail(): Tail {
  const pieces: Piece[] = []
  const ranks: number[] = []
  let size = 0

  const mergeLast = (): boolean => {
    const rank = ranks.at(-1)!
    const first = pieces.length - MERGED_AT_ONCE
    if (rank === AS_IT_IS || first < 0 || ranks[first] !== rank) return false
    const last = pieces.slice(first)
    const merged = merge(last)
    if (!merged) {
      ranks.fill(AS_IT_IS, first)
      return false
    }
    pieces.splice(first, MERGED_AT_ONCE, merged)
    ranks.splice(first, MERGED_AT_ONCE, rank + 1)
    return true
  }

  return {
    pieces,
    get size() {
      return size
    },
    add: (update, outline) => {
      pieces.push(new Piece(update, outline))
      ranks.push(update.length > MOST_MERGED ? AS_IT_IS : 0)
      size += update.length
      while (mergeLast());
    },
  }
}

/** Null where they would be too large, or cannot be merged. */
function merge(pieces: readonly Piece[]): Piece | null {
  const updates = pieces.map(({ update }) => update)
  if (updates.reduce((sum, { length }) => sum + length, 0) > MOST_MERGED) return null
  try {
    return new Piece(mergeAll(updates))
  } catch {
    return null
  }
}
