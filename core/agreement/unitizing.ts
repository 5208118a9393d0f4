/**
 * The u-alpha family of Krippendorff, Mathet, Bouvry & Widlöcher (2016; Krippendorff 2019, 12.6), where coders choose both
 * the stretches and their codes. Each coder's text is a partition into units of one value and gaps (φ). With S a stretch,
 * L(S) its length and m coders:
 *   l_ck = 1 ÷ (m − 1) · Σ over pairs of coders of the length where one has c and the other k;  l_.. = mL
 *   E_c = Σ L(S)² over units of value c, Σ L(S) over gaps: no stretch is paired with itself; a gap is no thing, so only
 *   its length goes
 *   e_cc = (l_c.² − E_c) ÷ (l_.. − Σ E ÷ l_..)
 * Within units (φ left out on both sides) E* counts each unit once for every other coder, by the length of it that meets
 * any of that coder's units, squared. All are sums over texts.
 */
import type { Continuum, Units } from "./continuum"
import { type Figure, share, undefinedBecause } from "./figure"
import { sweep } from "./sweep"

/** Sums over continua; per code: an array. */
export interface UnitizingSums {
  /** l_.. */
  whole: number
  /** l_c., l_cc, E_c, and l_cφ. */
  readonly held: Float64Array
  readonly alike: Float64Array
  readonly squares: Float64Array
  readonly alone: Float64Array
  /** l_φ. (E_φ as well) and l_φφ. */
  gaps: number
  gapsAlike: number
  /** E*_c. */
  readonly meeting: Float64Array
}

export function noUnitizing(codes: number): UnitizingSums {
  const column = () => new Float64Array(codes)
  const [held, alike, squares, alone, meeting] = [column(), column(), column(), column(), column()]
  return { whole: 0, held, alike, squares, alone, gaps: 0, gapsAlike: 0, meeting }
}

/** Adds a continuum of two coders or more, in which no coder's units overlap (see `overlapsOf`). */
export function addContinuum(sums: UnitizingSums, continuum: Continuum): void {
  const { coders, units } = continuum
  if (coders < 2) return
  const codes = sums.held.length
  const holders = new Int32Array(codes)
  sums.whole += coders * continuum.length
  sweep(continuum, codes, (from, to, { held, size }) => {
    const weight = (to - from) / (coders - 1)
    let gaps = 0
    for (let coder = 0; coder < coders; coder++) {
      if (size[coder] === 0) gaps++
      else holders[held[coder * codes]!]!++
    }
    sums.gaps += (to - from) * gaps
    sums.gapsAlike += weight * gaps * (gaps - 1)
    for (let coder = 0; coder < coders; coder++) {
      if (size[coder] === 0) continue
      const code = held[coder * codes]!
      const those = holders[code]!
      holders[code] = 0
      sums.held[code]! += (to - from) * those
      sums.alike[code]! += weight * those * (those - 1)
      sums.alone[code]! += weight * those * gaps
    }
  })
  for (let at = 0; at < units.count; at++)
    sums.squares[units.code[at]!]! += (units.end[at]! - units.start[at]!) ** 2
  addMeetings(sums.meeting, units, coders)
}

/** For each unit and each other coder, the length of it that meets that coder's units, squared. */
function addMeetings(meeting: Float64Array, units: Units, coders: number): void {
  const own = byCoder(units, coders)
  for (let coder = 0; coder < coders; coder++)
    for (let other = 0; other < coders; other++) {
      if (other === coder) continue
      let next = 0
      const theirs = own[other]!
      for (const unit of own[coder]!) {
        const [from, to] = [units.start[unit]!, units.end[unit]!]
        while (next < theirs.length && units.end[theirs[next]!]! <= from) next++
        let met = 0
        for (let at = next; at < theirs.length && units.start[theirs[at]!]! < to; at++)
          met += Math.min(to, units.end[theirs[at]!]!) - Math.max(from, units.start[theirs[at]!]!)
        meeting[units.code[unit]!]! += (met * met) / (coders - 1)
      }
    }
}

/** Each coder's units, in order. */
export function byCoder(units: Units, coders: number): number[][] {
  const own: number[][] = Array.from({ length: coders }, () => [])
  for (let at = 0; at < units.count; at++) own[units.coder[at]!]!.push(at)
  return own
}

/** u-alpha: everything at once, where and what. */
export function uAlpha(sums: UnitizingSums): Figure {
  return alphaOf(
    [...sums.held, sums.gaps],
    [...sums.alike, sums.gapsAlike],
    total(sums.squares) + sums.gaps,
    sums.whole,
  )
}

/**
 * |u-alpha: did they find the same text worth a code, whichever? Units keep their boundaries. For one code alone it is
 * u-alpha.
 */
export function uAlphaBinary(sums: UnitizingSums): Figure {
  const held = total(sums.held)
  return binaryUAlpha(sums.whole, held, held - total(sums.alone), total(sums.squares))
}

/** The same from lengths: of all (l_..), held (l_k.), held by both (l_kk), and squares of units (E_k). */
export function binaryUAlpha(whole: number, held: number, alike: number, squares: number): Figure {
  const gaps = whole - held
  if (whole === 0) return undefinedBecause("no units")
  if (held === 0 || gaps === 0) return undefinedBecause("no variation")
  const expected = (2 * held * gaps) / (whole - (squares + gaps) / whole)
  return { value: 1 - (2 * (held - alike)) / expected }
}

function alphaOf(
  held: readonly number[],
  alike: readonly number[],
  selfPairs: number,
  whole: number,
): Figure {
  if (whole === 0) return undefinedBecause("no units")
  const pairs = differing(held)
  if (pairs === 0) return undefinedBecause("no variation")
  const pairable = whole - selfPairs / whole
  if (!isMore(pairable, whole)) return undefinedBecause("few units")
  return { value: 1 - ((whole - total(alike)) * pairable) / pairs }
}

/** cu-alpha: where both have a unit, is it the same code? Needs two codes that meet. */
export function cuAlpha(sums: UnitizingSums): Figure {
  const within = withinUnits(sums)
  const whole = total(within)
  if (whole === 0) return undefinedBecause(total(sums.held) === 0 ? "no units" : "never met")
  if (differing(within) === 0) return undefinedBecause("one code")
  return alphaOf(within, [...sums.alike], total(sums.meeting), whole)
}

/** How much of the text cu-alpha speaks of: l*_.. ÷ l_.. */
export function cuCoverage(sums: UnitizingSums): Figure {
  return share(total(withinUnits(sums)), sums.whole)
}

/** (k)u-alpha: is this code told apart from the others, where both have a unit? */
export function kuAlpha(sums: UnitizingSums, code: number): Figure {
  const within = withinUnits(sums)
  const whole = total(within)
  const own = within[code]!
  if (sums.held[code] === 0) return undefinedBecause("no units")
  if (own === 0) return undefinedBecause("never met")
  const others = whole - own
  if (differing(within) === 0) return undefinedBecause("one code")
  if (!isMore(whole - total(sums.meeting) / whole, whole)) return undefinedBecause("few units")
  // e*_k. ÷ (e*_k. − e*_kk); their common denominator goes.
  const ratio = (own * whole - sums.meeting[code]!) / (own * others)
  return { value: 1 - (ratio * (own - sums.alike[code]!)) / own }
}

/** l*_k. ÷ l_k. */
export function kuCoverage(sums: UnitizingSums, code: number): Figure {
  return share(withinUnits(sums)[code]!, sums.held[code]!)
}

/**
 * Whether anything is left to pair once no stretch is paired with itself: among three coders, not where two of them meet
 * once and nobody else does.
 */
const isMore = (pairable: number, whole: number) => pairable > 1e-9 * whole

/** l*_c. = l_c. − l_cφ. */
function withinUnits(sums: UnitizingSums): number[] {
  return Array.from(sums.held, (held, code) => held - sums.alone[code]!)
}

/** Σ over c ≠ k of x_c x_k: 0 only if at most one is not 0. */
function differing(values: readonly number[]): number {
  let [before, pairs] = [0, 0]
  for (const value of values) {
    pairs += 2 * value * before
    before += value
  }
  return pairs
}

const total = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
