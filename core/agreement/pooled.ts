/** One figure from those of several codes. */
import { type Coefficient, type Figure, undefinedBecause } from "./figure"

/**
 * De Vries, Elliott, Kanouse & Teleki (2008): agreement seen and expected are averaged over codes before chance is taken
 * out. A code that nobody used has both at 1 and would only dilute; leave it out.
 */
export function pooledKappa(kappas: readonly Coefficient[]): Figure {
  let [seen, expected] = [0, 0]
  for (const kappa of kappas) {
    if (kappa.observed === null || kappa.expected === null) continue
    seen += 1 - kappa.observed
    expected += 1 - kappa.expected
  }
  if (expected === 0) return undefinedBecause("no variation")
  return { value: (expected - seen) / expected }
}
