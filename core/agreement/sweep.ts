/**
 * One walk over all boundaries of a continuum, in order. Between two boundaries nobody changes what they hold, so that
 * every figure counted by character is a sum over these stretches: O(S log S) for S spans, whatever the text's length.
 */
import { type Continuum, orderOf } from "./continuum"

/** Who holds what, in the stretch that is visited. */
export interface Standing {
  /** Codes of each coder, in no order: `size[coder]` of them from `coder * codes` on. */
  readonly held: Int32Array
  readonly size: Int32Array
}

/**
 * Calls `visit` for each stretch that has a length, in order and without gaps from 0 to the end, and `leave` with a place
 * at which a coder's set stands no longer: before what was said there changes, and at the end.
 */
export function sweep(
  { length, coders, units }: Continuum,
  codes: number,
  visit: (from: number, to: number, standing: Standing) => void,
  leave?: (coder: number, at: number, standing: Standing) => void,
): void {
  const held = new Int32Array(coders * codes)
  const places = new Int32Array(coders * codes)
  const size = new Int32Array(coders)
  const standing = { held, size }
  const { count, start, end } = units
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
    const coder = units.coder[unit]!
    const code = units.code[unit]!
    const own = coder * codes
    if (leave !== undefined) leave(coder, position, standing)
    if (isStart) {
      places[own + code] = size[coder]!
      held[own + size[coder]!++] = code
    } else {
      const moved = held[own + --size[coder]!]!
      const place = places[own + code]!
      held[own + place] = moved
      places[own + moved] = place
    }
  }
  if (length > at) visit(at, length, standing)
  if (leave !== undefined) for (let coder = 0; coder < coders; coder++) leave(coder, length, standing)
}
