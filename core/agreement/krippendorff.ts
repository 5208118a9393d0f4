/**
 * Krippendorff (1980, 2019): α over coincidences of values, o_ck = Σ_u r_uc(r_uk − [c = k]) ÷ (r_u − 1) over units with two
 * values or more; n_c = Σ_k o_ck; n = Σ n_c; α = 1 − (n − 1) Σ o_ck δ²_ck ÷ Σ n_c n_k δ²_ck. Missing values are simply absent.
 */
import { type Coded, type Counts, countsAgainst, countsOf, sum, type Value } from "./coded"
import { type Coefficient, defined, noCoefficient, undefinedBecause } from "./figure"
import { type Metric, squaredDistances } from "./metrics"

/** α with its disagreements, Do = Σ o δ² ÷ n and De = Σ n_c n_k δ² ÷ n(n − 1). */
export type Alpha = Coefficient & { readonly Do: number | null; readonly De: number | null }

export function krippendorffAlpha(coded: Coded, metric: Metric = "nominal"): Alpha {
  return alphaOfCounts(countsOf(coded), metric)
}

/** One category against the rest (Krippendorff 1980, p. 139). */
export function krippendorffAlphaOfCategory(coded: Coded, category: Value): Alpha {
  return alphaOfCounts(countsAgainst(countsOf(coded), category))
}

export function alphaOfCounts(counts: Counts, metric: Metric = "nominal"): Alpha {
  const { o, n } = coincidences(counts)
  const all = sum(n)
  if (all === 0) return { ...noCoefficient("no units"), Do: null, De: null }
  const apart = squaredDistances(metric, counts.categories, n)
  if (apart === null) return { ...noCoefficient("not numeric"), Do: null, De: null }
  let [seen, expected] = [0, 0]
  for (let c = 0; c < n.length; c++) {
    if (n[c] === 0) continue
    for (let k = 0; k < n.length; k++) {
      if (k === c || n[k] === 0) continue
      const squared = apart(c, k)
      seen += o[c]![k]! * squared
      expected += n[c]! * n[k]! * squared
    }
  }
  const [Do, De] = [seen / all, expected / (all * (all - 1))]
  const parts = { observed: 1 - Do, expected: 1 - De, Do, De }
  if (expected === 0) return { ...undefinedBecause("no variation"), ...parts }
  return { ...defined(1 - ((all - 1) * seen) / expected), ...parts }
}

function coincidences({ categories, units }: Counts): { o: number[][]; n: number[] } {
  const o = categories.map(() => categories.map(() => 0))
  for (const { weight, counts } of units) {
    const r = sum(counts)
    if (r < 2) continue
    const given = counts.flatMap((count, k) => (count > 0 ? [k] : []))
    for (const c of given)
      for (const k of given) o[c]![k]! += (weight * counts[c]! * (counts[k]! - (c === k ? 1 : 0))) / (r - 1)
  }
  return { o, n: o.map(sum) }
}
