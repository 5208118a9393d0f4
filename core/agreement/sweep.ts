/**
 * One walk over all boundaries of a continuum, in order. Between two boundaries nobody changes what they hold, so that
 * every figure counted by character is a sum over these stretches: O(S log S) for S spans, whatever the text's length.
 */
import { type Continuum, orderOf } from "./continuum"
import type { SetBook } from "./setBook"

/** Who holds what, in the stretch that is visited. */
export interface Standing {
  /** Codes of each coder, in no order; the first `size[coder]` of them. */
  readonly held: readonly Int32Array[]
  readonly size: Int32Array
  /** The number of each coder's set in the book; 0, the empty set, where there is no book. */
  readonly set: Int32Array
}

/** Calls `visit` for each stretch that has a length, in order and without gaps from 0 to the end. */
export function sweep(
  continuum: Continuum,
  codes: number,
  visit: (from: number, to: number, standing: Standing) => void,
  book: SetBook | null = null,
): void {
  const { length, coders, units } = continuum
  const held = Array.from({ length: coders }, () => new Int32Array(codes))
  const size = new Int32Array(coders)
  const set = new Int32Array(coders)
  const places = new Int32Array(coders * codes)
  const standing = { held, size, set }
  const { count, start, end, coder: coderOf, code: codeOf } = units
  const ends = orderOf(end)
  let at = 0
  for (let ended = 0, started = 0; ended < count; ) {
    // What ends comes before what starts at the same place, so that units that touch never meet.
    const isStart = started < count && start[started]! < end[ends[ended]!]!
    const unit = isStart ? started++ : ends[ended++]!
    const position = isStart ? start[unit]! : end[unit]!
    if (position > at) {
      visit(at, position, standing)
      at = position
    }
    const [coder, code] = [coderOf[unit]!, codeOf[unit]!]
    if (isStart) take(coder, code)
    else drop(coder, code)
    if (book !== null) set[coder] = book.toggled(set[coder]!, code)
  }
  if (length > at) visit(at, length, standing)

  function take(coder: number, code: number): void {
    places[coder * codes + code] = size[coder]!
    held[coder]![size[coder]!++] = code
  }

  function drop(coder: number, code: number): void {
    const moved = held[coder]![--size[coder]!]!
    const place = places[coder * codes + code]!
    held[coder]![place] = moved
    places[coder * codes + moved] = place
  }
}
