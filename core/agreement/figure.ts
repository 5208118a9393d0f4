/**
 * What a coefficient answers: a number, or why there is none. Never NaN, and never 0 or 1 where the formula divides by
 * nothing: tools that answer 1 there make a code that nobody used look like perfect agreement.
 */

export type WhyUndefined =
  /** Nothing to compare: an empty text, or nothing that two coders judged. */
  | "no units"
  | "one coder"
  /** Everybody said the same of everything, so that chance alone would agree as well. */
  | "no variation"
  /** Between codes, there has to be more than one. */
  | "one code"
  /** A code never stands where another coder has a unit. */
  | "never met"
  /** A coder gave two codes of the set to the same characters. */
  | "overlapping units"
  /** A mean over pairs of coders where one pair has no figure. */
  | "undefined pair"
  /** A distance between numbers was asked of values that are none. */
  | "not numeric"
  /** The formula holds where every unit has equally many coders, and here they differ. */
  | "unequal coders"
  /** Fewer units than an error can be estimated from. */
  | "few units"
  /** The estimate has no spread: agreement is perfect. */
  | "no spread"
  /** Characters are no independent observations. */
  | "dependent units"

export interface Defined {
  readonly value: number
}
export interface Undefined {
  readonly value: null
  readonly reason: WhyUndefined
}
export type Figure = Defined | Undefined

/** A figure corrected for chance, with the agreement seen and the agreement expected where they can be told. */
export type Coefficient = Figure & { readonly observed: number | null; readonly expected: number | null }

export function defined(value: number): Defined {
  return { value }
}

export function undefinedBecause(reason: WhyUndefined): Undefined {
  return { value: null, reason }
}

/** A coefficient that cannot be computed at all. */
export function noCoefficient(reason: WhyUndefined, observed: number | null = null): Coefficient {
  return { ...undefinedBecause(reason), observed, expected: null }
}

/** part ÷ whole. */
export function share(part: number, whole: number, reason: WhyUndefined = "no units"): Figure {
  return whole === 0 ? undefinedBecause(reason) : defined(part / whole)
}

/**
 * 1 − seen ÷ expected, both disagreements counted on one scale. A sum of products of counts is 0 only if each is, so the
 * test for "no variation" is exact; `scale` turns the counts into shares.
 */
export function chanceCorrected(seen: number, expected: number, scale: number): Coefficient {
  const observed = 1 - seen / scale
  if (expected === 0) return { ...undefinedBecause("no variation"), observed, expected: 1 }
  return { value: (expected - seen) / expected, observed, expected: 1 - expected / scale }
}

export interface Mean {
  readonly mean: Figure
  /** How many figures entered it, of how many. */
  readonly defined: number
  readonly of: number
}

/** The mean of those that are defined, weighted or not; how many were not is said beside it. */
export function meanOf(figures: readonly Figure[], weights?: readonly number[]): Mean {
  let [sum, weight, count] = [0, 0, 0]
  figures.forEach((figure, at) => {
    if (figure.value === null) return
    const by = weights?.[at] ?? 1
    sum += by * figure.value
    weight += by
    count++
  })
  return { mean: share(sum, weight, "no variation"), defined: count, of: figures.length }
}
