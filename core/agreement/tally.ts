/**
 * What one sweep of a continuum leaves behind: lengths held by each coder, held by both of each pair, and sums of which
 * every coefficient is made. Tallies of several texts are added up, never their figures.
 */
import type { Continuum } from "./continuum"
import { type BookedLengths, createSetLengths, type SetsOfSize } from "./setLengths"
import { type Standing, sweep } from "./sweep"

export interface Tally {
  readonly length: number
  /** Places of its coders in the list of all. */
  readonly coders: readonly number[]
  /** Per coder and code: how much holds it. Segments: how many units. */
  readonly held: Float64Array
  readonly segments: Int32Array
  /** Per pair of its coders (see `pairAt`) and code: how much both hold. */
  readonly both: Float64Array
  /** Per code: squared lengths of units, all coders (E_c of u-alpha). */
  readonly squares: Float64Array
  /** Any code: per coder, per pair, and squared lengths of units united. */
  readonly any: { readonly held: Float64Array; readonly both: Float64Array; readonly squares: number }
  /** How much carries sets of each size, and of these how much has each code; all coders together. */
  readonly bySize: readonly SetsOfSize[]
  /** Σ over stretches and ordered pairs of coders ÷ (m − 1) of the distance of their sets. */
  readonly diceApart: number
  readonly jaccardApart: number
}

/** What is counted across texts while they are swept. */
export interface Watch {
  readonly meetings?: MeetingsOf
  readonly sets?: BookedLengths
  readonly along?: (from: number, to: number, alike: number, decisions: number) => void
}

/**
 * For a pair of coders of all, how long one has a code where the other has another: rows are the first's codes, columns
 * the second's, and one more of each for none. `isTurned`: the second of all stands first in this text.
 */
export type MeetingsOf = (pair: readonly [number, number]) => {
  readonly lengths: Float64Array
  readonly isTurned: boolean
}

export const pairsOf = (coders: number): [number, number][] =>
  Array.from({ length: coders }, (_, g) => g).flatMap((g) =>
    Array.from({ length: coders - g - 1 }, (_, h): [number, number] => [g, g + 1 + h]),
  )

export function tallyOf(
  continuum: Continuum,
  codes: number,
  coders: readonly number[],
  watch: Watch = {},
): Tally {
  const pairs = pairsOf(coders.length).map(([g, h]) => ({
    g,
    h,
    meetings: watch.meetings?.([coders[g]!, coders[h]!]) ?? null,
  }))
  const both = new Float64Array(pairs.length * codes)
  const anyBoth = new Float64Array(pairs.length)
  const apart = { dice: 0, jaccard: 0 }
  const sets = createSetLengths(coders.length, codes, watch.sets ?? null)
  const side = codes + 1
  const { along } = watch

  const visit = (from: number, to: number, standing: Standing) => {
    const { held, size } = standing
    const length = to - from
    let alike = 0
    let decisions = 0
    for (let pair = 0; pair < pairs.length; pair++) {
      const { g, h, meetings } = pairs[pair]!
      const ours = size[g]!
      const theirs = size[h]!
      if (ours + theirs === 0) continue
      const common = ours > 0 && theirs > 0 ? countCommon(pair, g, h, held, ours, theirs, length) : 0
      if (meetings !== null) countMeetings(meetings, held, g * codes, ours, h * codes, theirs, length)
      alike += 2 * common
      decisions += ours + theirs
      apart.dice += length * (1 - (2 * common) / (ours + theirs))
      apart.jaccard += length * (1 - common / (ours + theirs - common))
    }
    if (decisions > 0 && along !== undefined) along(from, to, alike, decisions)
  }
  sweep(continuum, codes, visit, sets.leave)

  const scale = coders.length < 2 ? 0 : 2 / (coders.length - 1)
  return {
    length: continuum.length,
    coders,
    ...heldBy(continuum, codes),
    both,
    any: { held: sets.anyHeld, both: anyBoth, squares: squaresOfAny(continuum) },
    bySize: sets.bySize,
    diceApart: apart.dice * scale,
    jaccardApart: apart.jaccard * scale,
  }

  function countCommon(
    pair: number,
    g: number,
    h: number,
    held: Int32Array,
    ours: number,
    theirs: number,
    length: number,
  ): number {
    let common = 0
    anyBoth[pair]! += length
    for (let x = g * codes; x < g * codes + ours; x++)
      for (let y = h * codes; y < h * codes + theirs; y++) {
        if (held[x] !== held[y]) continue
        common++
        both[pair * codes + held[x]!]! += length
      }
    return common
  }

  function countMeetings(
    { lengths, isTurned }: ReturnType<MeetingsOf>,
    held: Int32Array,
    our: number,
    ours: number,
    their: number,
    theirs: number,
    length: number,
  ): void {
    const [down, across] = isTurned ? [1, side] : [side, 1]
    for (let x = 0; x < Math.max(1, ours); x++) {
      const row = down * (ours === 0 ? codes : held[our + x]!)
      for (let y = 0; y < Math.max(1, theirs); y++)
        lengths[row + across * (theirs === 0 ? codes : held[their + y]!)]! += length
    }
  }
}

function heldBy({ coders, units }: Continuum, codes: number) {
  const held = new Float64Array(coders * codes)
  const segments = new Int32Array(coders * codes)
  const squares = new Float64Array(codes)
  for (let unit = 0; unit < units.count; unit++) {
    const code = units.code[unit]!
    const slot = units.coder[unit]! * codes + code
    const length = units.end[unit]! - units.start[unit]!
    held[slot]! += length
    segments[slot]!++
    squares[code]! += length * length
  }
  return { held, segments, squares }
}

/** Of each coder's units of any code, those that overlap taken as one. */
function squaresOfAny({ coders, units }: Continuum): number {
  const from = new Float64Array(coders)
  const to = new Float64Array(coders)
  let squares = 0
  for (let unit = 0; unit < units.count; unit++) {
    const coder = units.coder[unit]!
    if (units.start[unit]! >= to[coder]!) {
      squares += (to[coder]! - from[coder]!) ** 2
      from[coder] = units.start[unit]!
      to[coder] = units.end[unit]!
    } else if (units.end[unit]! > to[coder]!) to[coder] = units.end[unit]!
  }
  for (let coder = 0; coder < coders; coder++) squares += (to[coder]! - from[coder]!) ** 2
  return squares
}
