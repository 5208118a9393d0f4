/**
 * Whole segments, found again by the other coder or not (comparable to MAXQDA's third level, not the same: its ratio is
 * not published). Two segments of one code are the same when what both cover is at least a share of what either covers;
 * measured so, it is the same for both coders. Each segment of either coder is judged.
 */
import type { Continuum } from "./continuum"
import { type Figure, share, undefinedBecause } from "./figure"
import { byCoder } from "./unitizing"

/**
 * Called with a segment (its place among the continuum's units), and the largest share in common with one of the other's;
 * `pair` is a place in the list of pairs.
 */
export type Judged = (pair: number, unit: number, agreed: boolean, overlap: number) => void

export interface SegmentAgreement {
  readonly agreed: number
  readonly total: number
  readonly observed: Figure
  /** Brennan & Prediger (1981): chance is 1 ÷ codes used; none with one code only. */
  readonly kappa: Figure
}

/** Judges each segment of each pair of coders. */
export function matchSegments(
  continuum: Continuum,
  codes: number,
  pairs: readonly (readonly [number, number])[],
  least: number,
  judged: Judged,
): void {
  const own = byCoder(continuum.units, continuum.coders).map((units) =>
    groupedByCode(continuum, units, codes),
  )
  for (const [pair, [first, second]] of pairs.entries())
    for (let code = 0; code < codes; code++) {
      const ours = own[first]![code] ?? []
      const theirs = own[second]![code] ?? []
      judge(continuum, pair, ours, theirs, least, judged)
      judge(continuum, pair, theirs, ours, least, judged)
    }
}

export function segmentAgreement(agreed: number, total: number, codesUsed: number): SegmentAgreement {
  const observed = share(agreed, total)
  return { agreed, total, observed, kappa: kappaOver(observed, codesUsed) }
}

/** (Po − 1 ÷ q) ÷ (1 − 1 ÷ q). */
export function kappaOver(observed: Figure, categories: number): Figure {
  if (observed.value === null) return observed
  if (categories < 2) return undefinedBecause("one code")
  return { value: (observed.value - 1 / categories) / (1 - 1 / categories) }
}

function groupedByCode(
  { units }: Continuum,
  own: readonly number[],
  codes: number,
): (number[] | undefined)[] {
  const groups: (number[] | undefined)[] = new Array(codes).fill(undefined)
  for (const unit of own) {
    const code = units.code[unit]!
    const group = groups[code]
    if (group === undefined) groups[code] = [unit]
    else group.push(unit)
  }
  return groups
}

/** Units of one coder and code never overlap, so both rows move on together. */
function judge(
  { units }: Continuum,
  pair: number,
  judged: readonly number[],
  others: readonly number[],
  least: number,
  tell: Judged,
): void {
  let first = 0
  for (const unit of judged) {
    const start = units.start[unit]!
    const end = units.end[unit]!
    while (first < others.length && units.end[others[first]!]! <= start) first++
    let overlap = 0
    let agreed = false
    for (let at = first; at < others.length && units.start[others[at]!]! < end; at++) {
      const from = units.start[others[at]!]!
      const to = units.end[others[at]!]!
      const common = Math.min(end, to) - Math.max(start, from)
      const either = Math.max(end, to) - Math.min(start, from)
      overlap = Math.max(overlap, common / either)
      // 9 of 10 is 90 %, whatever 0.9 is in binary.
      agreed ||= common >= (least - 1e-12) * either
    }
    tell(pair, unit, agreed, overlap)
  }
}
