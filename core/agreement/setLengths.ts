/** How long each coder's sets of codes stand: counted only when one is left. */
import type { SetBook } from "./setBook"
import type { Standing } from "./sweep"

/** Sets of one size: how long they stand, and those with each code. */
export interface SetsOfSize {
  length: number
  readonly withCode: Float64Array
}

/** Sets across texts, by their number in the book, and how long each stands. */
export interface BookedLengths {
  readonly book: SetBook
  readonly lengths: number[]
}

export interface SetLengths {
  readonly bySize: readonly SetsOfSize[]
  /** Per coder: how long any code stands. */
  readonly anyHeld: Float64Array
  /** For `sweep`: what a coder held stands up to here. */
  readonly leave: (coder: number, at: number, standing: Standing) => void
}

/** Without `booked`, sets are told apart by their size alone. */
export function createSetLengths(coders: number, codes: number, booked: BookedLengths | null): SetLengths {
  const bySize: SetsOfSize[] = []
  const anyHeld = new Float64Array(coders)
  const since = new Float64Array(coders)
  return {
    bySize,
    anyHeld,
    leave: (coder, at, { held, size }) => {
      const length = at - since[coder]!
      if (length === 0) return
      since[coder] = at
      const count = size[coder]!
      while (bySize.length <= count) bySize.push({ length: 0, withCode: new Float64Array(codes) })
      const those = bySize[count]!
      those.length += length
      if (count > 0) anyHeld[coder]! += length
      const own = coder * codes
      for (let place = own; place < own + count; place++) those.withCode[held[place]!]! += length
      if (booked === null) return
      const set = booked.book.numberOf(held, own, count)
      booked.lengths[set] = (booked.lengths[set] ?? 0) + length
    },
  }
}
