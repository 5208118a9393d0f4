/**
 * Whole segments, found again by the other coder or not (comparable to MAXQDA's third level, not the same: its ratio is
 * not published). Two segments of one code are the same when what both cover is at least a share of what either covers;
 * measured so, it is the same for both coders. Each segment of either coder is judged.
 */
import type { Continuum, Units } from "./continuum"
import { type Figure, share, undefinedBecause } from "./figure"

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
  { units, coders }: Continuum,
  codes: number,
  pairs: readonly (readonly [number, number])[],
  least: number,
  judged: Judged,
): void {
  const { order, starts } = bySlot(units, coders, codes)
  for (const [pair, [first, second]] of pairs.entries())
    for (let code = 0; code < codes; code++) {
      judge(pair, first * codes + code, second * codes + code)
      judge(pair, second * codes + code, first * codes + code)
    }

  /** Each unit of a slot, beside those of another. Units of one coder and code never overlap, so both move on together. */
  function judge(pair: number, slot: number, other: number): void {
    let first = starts[other]!
    const last = starts[other + 1]!
    for (let place = starts[slot]!; place < starts[slot + 1]!; place++) {
      const unit = order[place]!
      const start = units.start[unit]!
      const end = units.end[unit]!
      while (first < last && units.end[order[first]!]! <= start) first++
      let overlap = 0
      let agreed = false
      for (let at = first; at < last && units.start[order[at]!]! < end; at++) {
        const from = units.start[order[at]!]!
        const to = units.end[order[at]!]!
        const common = Math.min(end, to) - Math.max(start, from)
        const either = Math.max(end, to) - Math.min(start, from)
        overlap = Math.max(overlap, common / either)
        // 9 of 10 is 90 %, whatever 0.9 is in binary.
        agreed ||= common >= (least - 1e-12) * either
      }
      judged(pair, unit, agreed, overlap)
    }
  }
}

/** Units by coder and code, in the order of the text: those of slot `coder * codes + code` from `starts[slot]` to the next. */
function bySlot(units: Units, coders: number, codes: number): { order: Int32Array; starts: Int32Array } {
  const slotOf = (unit: number) => units.coder[unit]! * codes + units.code[unit]!
  const starts = new Int32Array(coders * codes + 1)
  for (let unit = 0; unit < units.count; unit++) starts[slotOf(unit) + 1]!++
  for (let slot = 0; slot < coders * codes; slot++) starts[slot + 1]! += starts[slot]!
  const order = new Int32Array(units.count)
  const next = starts.slice()
  for (let unit = 0; unit < units.count; unit++) order[next[slotOf(unit)]!++] = unit
  return { order, starts }
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
