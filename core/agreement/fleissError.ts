/**
 * Fleiss, Nee & Landis (1979): whether Fleiss' κ differs from 0, for m coders on each of n units, with q_k = 1 − π_k:
 * var₀ = 2 ÷ (n m(m − 1)) · [(Σ π_k q_k)² − Σ π_k q_k(q_k − π_k)] ÷ (Σ π_k q_k)²
 */
import { type Counts, countsAgainst, sum, type Value } from "./coded"
import { defined, type Figure, undefinedBecause } from "./figure"
import { fleissKappa } from "./moreCoders"

export interface FleissError {
  readonly standardErrorOfNone: Figure
  readonly z: Figure
}

export function fleissKappaError(counts: Counts): FleissError {
  const kappa = fleissKappa(counts)
  if (kappa.value === null) return both(undefinedBecause(kappa.reason))
  const units = counts.units.filter(({ weight }) => weight > 0)
  const m = sum(units[0]!.counts)
  if (units.some((unit) => sum(unit.counts) !== m)) return both(undefinedBecause("unequal coders"))
  const n = sum(units.map(({ weight }) => weight))
  const pi = counts.categories.map(
    (_, k) => sum(units.map(({ weight, counts }) => weight * counts[k]!)) / (n * m),
  )
  const spread = sum(pi.map((p) => p * (1 - p)))
  const skew = sum(pi.map((p) => p * (1 - p) * (1 - 2 * p)))
  const error = Math.sqrt(2 / (n * m * (m - 1))) * (Math.sqrt(Math.max(0, spread * spread - skew)) / spread)
  if (error === 0) return { standardErrorOfNone: defined(0), z: undefinedBecause("no spread") }
  return { standardErrorOfNone: defined(error), z: defined(kappa.value / error) }
}

/** One category against the rest. */
export function fleissCategoryError(counts: Counts, category: Value): FleissError {
  return fleissKappaError(countsAgainst(counts, category))
}

const both = (why: Figure): FleissError => ({ standardErrorOfNone: why, z: why })
