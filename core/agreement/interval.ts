/** An interval of what resampling gave, or why there is none. */

export type WhyNoInterval =
  /** No draws were asked for. */
  | "not asked"
  /** The figure itself is undefined. */
  | "no figure"
  /** One cluster only: nothing to draw from. */
  | "one cluster"
  /** More than one draw in twenty has no figure. */
  | "undefined draws"

export type Interval = {
  /** Draws that had no figure, of all. */
  readonly undefinedDraws: number
} & (
  | { readonly low: number; readonly high: number }
  | { readonly low: null; readonly high: null; readonly reason: WhyNoInterval }
)

export function noInterval(reason: WhyNoInterval, undefinedDraws = 0): Interval {
  return { low: null, high: null, reason, undefinedDraws }
}

/** More than this share of undefined draws, and there is no interval. */
const MOST_UNDEFINED = 0.05

/** The middle part of what the draws gave: its percentiles, between neighbours where they fall between (R's type 7). */
export function percentileInterval(values: Float64Array, draws: number, confidence: number): Interval {
  const undefinedDraws = draws - values.length
  if (values.length === 0 || undefinedDraws > MOST_UNDEFINED * draws)
    return noInterval("undefined draws", undefinedDraws)
  const sorted = values.slice().sort()
  const tail = (1 - confidence) / 2
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), undefinedDraws }
}

function quantile(sorted: Float64Array, at: number): number {
  const place = at * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (place - below) * (high - low)
}
