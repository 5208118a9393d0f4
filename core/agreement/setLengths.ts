/** How long each coder's sets of codes stand: noted only when one changes, and spread over codes once, at the end. */
import type { SetBook } from "./setBook"
import type { Standing } from "./sweep"

/** Sets of one size: how long they stand, and those with each code. */
export interface SetsOfSize {
  length: number
  readonly withCode: Float64Array
}

export interface SetLengths {
  /** At the beginning of each stretch. */
  readonly note: (from: number, standing: Standing) => void
  readonly finish: (length: number) => {
    readonly lengths: ReadonlyMap<number, number>
    readonly bySize: readonly SetsOfSize[]
    /** Per coder: how long any code stands. */
    readonly anyHeld: Float64Array
  }
}

export function createSetLengths(coders: number, codes: number, book: SetBook): SetLengths {
  const lengths = new Map<number, number>()
  const anyHeld = new Float64Array(coders)
  const since = new Float64Array(coders)
  const setOf = new Int32Array(coders)

  const close = (coder: number, at: number) => {
    const length = at - since[coder]!
    if (length === 0) return
    const set = setOf[coder]!
    lengths.set(set, (lengths.get(set) ?? 0) + length)
    if (set !== 0) anyHeld[coder]! += length
    since[coder] = at
  }
  return {
    note: (from, { held, size, changed }) => {
      for (let coder = 0; coder < coders; coder++) {
        if (changed[coder] === 0) continue
        close(coder, from)
        setOf[coder] = book.numberOf(held, coder * codes, size[coder]!)
        changed[coder] = 0
      }
    },
    finish: (length) => {
      for (let coder = 0; coder < coders; coder++) close(coder, length)
      return { lengths, bySize: bySizeOf(lengths, codes, book), anyHeld }
    },
  }
}

function bySizeOf(lengths: ReadonlyMap<number, number>, codes: number, book: SetBook): SetsOfSize[] {
  const bySize: SetsOfSize[] = []
  for (const [set, length] of lengths) {
    const own = book.codesOf(set)
    while (bySize.length <= own.length) bySize.push({ length: 0, withCode: new Float64Array(codes) })
    const those = bySize[own.length]!
    those.length += length
    for (const code of own) those.withCode[code]! += length
  }
  return bySize
}
