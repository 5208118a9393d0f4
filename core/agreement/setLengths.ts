/** How long each coder's sets of codes stand: counted only when one changes. */
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
  /** At the beginning of each stretch. */
  readonly note: (from: number, standing: Standing) => void
  readonly finish: (length: number) => {
    readonly bySize: readonly SetsOfSize[]
    /** Per coder: how long any code stands. */
    readonly anyHeld: Float64Array
  }
}

/** Without `booked`, sets are told apart by their size alone. */
export function createSetLengths(coders: number, codes: number, booked: BookedLengths | null): SetLengths {
  const bySize: SetsOfSize[] = []
  const anyHeld = new Float64Array(coders)
  const since = new Float64Array(coders)
  // What each coder held when last noted.
  const held = new Int32Array(coders * codes)
  const size = new Int32Array(coders)

  const close = (coder: number, at: number) => {
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
  }
  return {
    note: (from, standing) => {
      for (let coder = 0; coder < coders; coder++) {
        if (standing.changed[coder] === 0) continue
        close(coder, from)
        size[coder] = standing.size[coder]!
        const own = coder * codes
        for (let place = own; place < own + size[coder]!; place++) held[place] = standing.held[place]!
        standing.changed[coder] = 0
      }
    },
    finish: (length) => {
      for (let coder = 0; coder < coders; coder++) close(coder, length)
      return { bySize, anyHeld }
    },
  }
}
