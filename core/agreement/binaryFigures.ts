/** Coefficients of one code among any number of coders, from sums of lengths: the formulas of `moreCoders`, with two values. */
import { type Coefficient, defined, type Figure, noCoefficient, undefinedBecause } from "./figure"
import type { CodeSums } from "./sums"

/** Krippendorff's α: whole = Σ r_u w; held = n₁; alike = o₁₁, so that o₁₀ = held − alike. */
export function alphaOfSums(whole: number, held: number, alike: number): Coefficient {
  const value = alphaValue(whole, held, alike)
  if (whole === 0) return noCoefficient("no units")
  const [Do, De] = [(2 * (held - alike)) / whole, (2 * held * (whole - held)) / (whole * (whole - 1))]
  if (value === null) return { ...undefinedBecause("no variation"), observed: 1 - Do, expected: 1 }
  return { value, observed: 1 - Do, expected: 1 - De }
}

export function alphaValue(whole: number, held: number, alike: number): number | null {
  const pairs = held * (whole - held)
  return pairs === 0 ? null : 1 - ((whole - 1) * (held - alike)) / pairs
}

/** Cohen's κ of a table: 2(ad − bc) ÷ ((a + b)(b + d) + (a + c)(c + d)); exactly 0 where one coder never varies. */
export function kappaValue(length: number, both: number, first: number, second: number): number | null {
  const expected = first * (length - second) + second * (length - first)
  return expected === 0 ? null : (2 * (both * length - first * second)) / expected
}

export interface BinaryFigures {
  readonly observed: Figure
  readonly fleissKappa: Coefficient
  readonly brennanPrediger: Coefficient
  readonly gwetAc1: Coefficient
}

/** Fleiss' family: agreement seen is the mean over units of the share of pairs who agree. */
export function binaryFigures(sums: CodeSums, code: number): BinaryFigures {
  if (sums.length === 0) {
    const none = noCoefficient("no units")
    return { observed: undefinedBecause("no units"), fleissKappa: none, brennanPrediger: none, gwetAc1: none }
  }
  const apart = (2 * (sums.heldShare[code]! - sums.alikeShare[code]!)) / sums.length
  const share = sums.heldShare[code]! / sums.length
  const isOneSided = sums.held[code] === 0 || sums.held[code] === sums.whole
  const corrected = (expected: number): Coefficient => ({
    value: (expected - apart) / expected,
    observed: 1 - apart,
    expected: 1 - expected,
  })
  return {
    observed: defined(1 - apart),
    fleissKappa: isOneSided ? noCoefficient("no variation", 1 - apart) : corrected(2 * share * (1 - share)),
    brennanPrediger: corrected(0.5),
    gwetAc1: corrected(1 - 2 * share * (1 - share)),
  }
}

/** Conger's κ with each coder's own share. */
export function congerOfShares(observed: Figure, shares: readonly number[]): Coefficient {
  if (observed.value === null) return noCoefficient("no units")
  let [expected, pairs] = [0, 0]
  for (const [at, p] of shares.entries())
    for (const q of shares.slice(at + 1)) {
      expected += p * (1 - q) + q * (1 - p)
      pairs++
    }
  if (expected === 0) return noCoefficient("no variation", observed.value)
  const mean = expected / pairs
  return { value: (mean - (1 - observed.value)) / mean, observed: observed.value, expected: 1 - mean }
}
