/**
 * What one sweep of a continuum leaves behind: lengths held by each coder, held by both of each pair, and sums of which
 * every coefficient is made. Tallies of several texts are added up, never their figures.
 */
import type { Continuum } from "./continuum"
import { allAlike } from "./exclusive"
import type { SetBook } from "./setBook"
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

export interface SetsOfSize {
  length: number
  readonly withCode: Float64Array
}

/** What is counted across texts while they are swept; places of coders in the list of all. */
export interface Watch {
  /** Where one coder has a code, what the other of a pair has there; `null` for nothing. */
  readonly meet?: (pair: readonly [number, number], row: number, column: number, length: number) => void
  readonly along?: (from: number, to: number, alike: number, decisions: number) => void
  readonly sets?: { readonly book: SetBook; readonly lengths: number[] }
}

export const pairsOf = (coders: number): [number, number][] =>
  Array.from({ length: coders }, (_, g) => g).flatMap((g) =>
    Array.from({ length: coders - g - 1 }, (_, h): [number, number] => [g, g + 1 + h]),
  )

/** `nothing` stands for no code in `meet`: one past the last code. */
export function tallyOf(
  continuum: Continuum,
  codes: number,
  coders: readonly number[],
  watch: Watch = {},
): Tally {
  const pairs = pairsOf(coders.length)
  const both = new Float64Array(pairs.length * codes)
  const any = { held: new Float64Array(coders.length), both: new Float64Array(pairs.length) }
  const bySize: SetsOfSize[] = []
  const apart = { dice: 0, jaccard: 0 }
  const global = pairs.map(([g, h]) => [coders[g]!, coders[h]!] as const)
  const { meet, along, sets } = watch

  const visit = (from: number, to: number, { held, size, set }: Standing) => {
    const length = to - from
    let [alike, decisions] = [0, 0]
    for (const [pair, [g, h]] of pairs.entries()) {
      const [ours, theirs] = [size[g]!, size[h]!]
      if (ours + theirs === 0) continue
      let common = 0
      if (ours > 0 && theirs > 0) {
        any.both[pair]! += length
        for (let x = 0; x < ours; x++) {
          const row = held[g]![x]!
          for (let y = 0; y < theirs; y++) {
            const column = held[h]![y]!
            meet?.(global[pair]!, row, column, length)
            if (row !== column) continue
            common++
            both[pair * codes + row]! += length
          }
        }
      } else if (meet !== undefined) {
        for (let x = 0; x < ours; x++) meet(global[pair]!, held[g]![x]!, codes, length)
        for (let y = 0; y < theirs; y++) meet(global[pair]!, codes, held[h]![y]!, length)
      }
      alike += 2 * common
      decisions += ours + theirs
      apart.dice += length * (1 - (2 * common) / (ours + theirs))
      apart.jaccard += length * (1 - common / (ours + theirs - common))
    }
    for (let coder = 0; coder < coders.length; coder++) {
      countSet(bySize, size[coder]!, held[coder]!, length, codes)
      if (size[coder]! > 0) any.held[coder]! += length
      if (sets !== undefined) sets.lengths[set[coder]!] = (sets.lengths[set[coder]!] ?? 0) + length
    }
    if (decisions > 0) along?.(from, to, alike, decisions)
  }
  sweep(continuum, codes, visit, sets?.book ?? null)

  const scale = coders.length < 2 ? 0 : 2 / (coders.length - 1)
  return {
    length: continuum.length,
    coders,
    ...heldBy(continuum, codes, coders.length),
    both,
    any: { ...any, squares: squaresOf(allAlike(continuum), 1)[0]! },
    bySize,
    diceApart: apart.dice * scale,
    jaccardApart: apart.jaccard * scale,
  }
}

function countSet(bySize: SetsOfSize[], size: number, held: Int32Array, length: number, codes: number): void {
  while (bySize.length <= size) bySize.push({ length: 0, withCode: new Float64Array(codes) })
  const sets = bySize[size]!
  sets.length += length
  for (let at = 0; at < size; at++) sets.withCode[held[at]!]! += length
}

function heldBy(continuum: Continuum, codes: number, coders: number) {
  const { count, start, end, coder, code } = continuum.units
  const held = new Float64Array(coders * codes)
  const segments = new Int32Array(coders * codes)
  for (let unit = 0; unit < count; unit++) {
    const slot = coder[unit]! * codes + code[unit]!
    held[slot]! += end[unit]! - start[unit]!
    segments[slot]!++
  }
  return { held, segments, squares: squaresOf(continuum, codes) }
}

function squaresOf({ units }: Continuum, codes: number): Float64Array {
  const squares = new Float64Array(codes)
  for (let unit = 0; unit < units.count; unit++)
    squares[units.code[unit]!]! += (units.end[unit]! - units.start[unit]!) ** 2
  return squares
}
