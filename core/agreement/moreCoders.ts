/**
 * Coefficients of two or more coders, of whom not all need have judged every unit: r_u judged unit u, r_uk of them gave
 * category k. Units judged once only tell of the categories, never of agreement (Gwet 2014).
 */
import { type Coded, type Counts, codersOf, countsOf, keyOf, sum, type Value } from "./coded"
import { type Coefficient, defined, type Figure, noCoefficient, undefinedBecause } from "./figure"
import { type Apart, nominalApart } from "./weights"

/** 1 − mean over units of Σ r_uk(r_uk − 1) ÷ r_u(r_u − 1): the share of pairs of coders who disagree. */
function seenDisagreement({ units }: Counts, apart: Apart): number | null {
  let [seen, weights] = [0, 0]
  for (const { weight, counts } of units) {
    const r = sum(counts)
    if (r < 2) continue
    const pairs = sum(apart.map((row, k) => sum(row.map((v, l) => v * counts[k]! * counts[l]!))))
    seen += (weight * pairs) / (r * (r - 1))
    weights += weight
  }
  return weights === 0 ? null : seen / weights
}

/** π_k = mean over units of r_uk ÷ r_u. */
function shares({ categories, units }: Counts): number[] {
  const totals = categories.map(() => 0)
  let weights = 0
  for (const { weight, counts } of units) {
    const r = sum(counts)
    if (r === 0) continue
    for (const [k, count] of counts.entries()) totals[k]! += (weight * count) / r
    weights += weight
  }
  return totals.map((total) => total / weights)
}

function corrected(seen: number | null, expectedDisagreement: () => number): Coefficient {
  if (seen === null) return noCoefficient("no units")
  const expected = expectedDisagreement()
  if (expected === 0) return { ...undefinedBecause("no variation"), observed: 1 - seen, expected: 1 }
  return { value: (expected - seen) / expected, observed: 1 - seen, expected: 1 - expected }
}

const between = (apart: Apart, x: readonly number[], y: readonly number[]) =>
  sum(apart.map((row, k) => sum(row.map((v, l) => v * x[k]! * y[l]!))))

/** Observed agreement among any number of coders (Fleiss 1971). */
export function multiAgreement(
  counts: Counts,
  apart: Apart = nominalApart(counts.categories.length),
): Figure {
  const seen = seenDisagreement(counts, apart)
  return seen === null ? undefinedBecause("no units") : defined(1 - seen)
}

/** Fleiss (1971): κ with Pe = Σ π_k². */
export function fleissKappa(
  counts: Counts,
  apart: Apart = nominalApart(counts.categories.length),
): Coefficient {
  return corrected(seenDisagreement(counts, apart), () => between(apart, shares(counts), shares(counts)))
}

/** Brennan & Prediger (1981), free-marginal κ of Randolph (2005): Pe = 1 ÷ q. */
export function brennanPrediger(
  counts: Counts,
  apart: Apart = nominalApart(counts.categories.length),
): Coefficient {
  const q = counts.categories.length
  return corrected(seenDisagreement(counts, apart), () => sum(apart.map(sum)) / (q * q))
}

/** Gwet (2008; weighted 2014): AC1 and AC2, Pe = Σ w ÷ (q(q − 1)) · Σ π_k(1 − π_k). */
export function gwetAc1(counts: Counts, apart: Apart = nominalApart(counts.categories.length)): Coefficient {
  const q = counts.categories.length
  const weights = q * q - sum(apart.map(sum))
  return corrected(seenDisagreement(counts, apart), () =>
    q < 2 ? 0 : 1 - (weights / (q * (q - 1))) * sum(shares(counts).map((pi) => pi * (1 - pi))),
  )
}

/**
 * Conger (1980), the exact κ of Davies & Fleiss and Hubert: each coder keeps their own shares, and Pe is the mean over
 * pairs of coders of Σ p_gk p_hk. For two coders it is Cohen's.
 */
export function congerKappa(coded: Coded, apart: Apart = nominalApart(coded.categories.length)): Coefficient {
  const own = sharesByCoder(coded)
  return corrected(seenDisagreement(countsOf(coded), apart), () => {
    const pairs = own.flatMap((p, g) => own.slice(g + 1).map((q) => between(apart, p, q)))
    return pairs.length === 0 ? 0 : sum(pairs) / pairs.length
  })
}

function sharesByCoder(coded: Coded): number[][] {
  const places = new Map(coded.categories.map((value: Value, at) => [keyOf(value), at]))
  return Array.from({ length: codersOf(coded) }, (_, coder) => {
    const totals = coded.categories.map(() => 0)
    for (const { weight, values } of coded.patterns) {
      const value = values[coder] ?? null
      if (value !== null) totals[places.get(keyOf(value))!]! += weight
    }
    const all = sum(totals)
    return all === 0 ? null : totals.map((total) => total / all)
  }).filter((p) => p !== null)
}
