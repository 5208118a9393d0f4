/** Where things stand in the drawings, in their own units; nothing here knows of colours or words. */
import type { Figure } from "../../core/agreement/figure"
import type { Interval } from "../../core/agreement/interval"
import { tenthsOf } from "../../core/agreement/project/places"

export interface Domain {
  readonly from: number
  readonly to: number
}

/** From 0 to 1; lower, in quarters, where something is: a coefficient may be below chance. */
export function domainOf(values: readonly number[]): Domain {
  const lowest = Math.min(0, ...values)
  return { from: Math.max(-1, Math.floor(lowest * 4) / 4), to: 1 }
}

/** A value's place on a line of this width. What lies outside stands at its end. */
export function placeIn({ from, to }: Domain, value: number, width: number): number {
  return (width * (Math.min(to, Math.max(from, value)) - from)) / (to - from)
}

/** Everything a column of figures and their intervals reaches. */
export function reached(
  figures: readonly (Figure & { readonly interval?: Interval | undefined })[],
): number[] {
  return figures.flatMap(({ value, interval }) =>
    value === null
      ? []
      : interval === undefined || interval.low === null
        ? [value]
        : [interval.low, value, interval.high],
  )
}

export type Step = 0 | 1 | 2 | 3 | 4 | 5

/** Five equal steps from 0 to 1, which claim nothing of what is enough; 0 for what has no value or none above 0. */
export function stepOf(value: number | null): Step {
  if (value === null || value <= 0) return 0
  return Math.min(5, Math.floor(value * 5) + 1) as Step
}

export interface Bar {
  readonly x: number
  readonly width: number
  /** How much is coded there, against the part of the text where most is. */
  readonly height: number
  /** As much of it as is coded alike. */
  readonly filled: number
}

/** Bars along a text: as high as much is coded there for its length, filled as far as it is coded alike. */
export function barsAlong(
  bins: readonly {
    readonly start: number
    readonly end: number
    readonly coded: number
    readonly agreement: Figure
  }[],
  size: { readonly width: number; readonly height: number },
): Bar[] {
  const first = bins[0]?.start ?? 0
  const length = (bins.at(-1)?.end ?? 0) - first
  const most = Math.max(0, ...bins.map(dense))
  return bins.map((bin) => {
    const height = most === 0 ? 0 : (size.height * dense(bin)) / most
    return {
      x: length === 0 ? 0 : (size.width * (bin.start - first)) / length,
      width: length === 0 ? 0 : (size.width * (bin.end - bin.start)) / length,
      height,
      filled: height * (bin.agreement.value ?? 0),
    }
  })
}

const dense = ({ start, end, coded }: { start: number; end: number; coded: number }): number =>
  end > start ? coded / (end - start) : 0

export interface Stretch {
  /** From 0 to 1 along the text. */
  readonly from: number
  readonly to: number
  readonly agreement: number
}

/** The tenth of a text where what is coded is coded alike least; null where no tenth has anything on it. */
export function leastAlike(
  bins: readonly { readonly coded: number; readonly agreement: Figure }[],
): Stretch | null {
  let least: Stretch | null = null
  let seen = 0
  for (const part of tenthsOf(bins)) {
    const from = seen / bins.length
    seen += part.length
    const coded = part.reduce((sum, bin) => sum + bin.coded, 0)
    const alike = part.reduce((sum, bin) => sum + bin.coded * (bin.agreement.value ?? 0), 0)
    if (coded > 0 && (least === null || alike / coded < least.agreement))
      least = { from, to: seen / bins.length, agreement: alike / coded }
  }
  return least
}
