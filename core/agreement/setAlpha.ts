/**
 * Krippendorff's α where a value is a set of codes, the empty one included: α = 1 − (n − 1) Σ o δ ÷ Σ n_A n_B δ(A, B).
 */
import { type Figure, undefinedBecause } from "./figure"
import type { SetsOfSize } from "./setLengths"
import type { SetSums } from "./sums"

/**
 * With Dice's distance, 1 − 2|A ∩ B| ÷ (|A| + |B|). For sets of sizes s and t, Σ n_A n_B |A ∩ B| = Σ over codes of the
 * lengths that carry it in sets of size s and of size t: no pair of sets is ever looked at.
 */
export function diceSetAlpha({ bySize, diceApart }: Pick<SetSums, "bySize" | "diceApart">): Figure {
  const whole = bySize.reduce((sum, { length }) => sum + length, 0)
  if (whole === 0) return undefinedBecause("no units")
  if (isOneSet(bySize, whole)) return undefinedBecause("no variation")
  let alike = (bySize[0]?.length ?? 0) ** 2
  for (let s = 1; s < bySize.length; s++)
    for (let t = 1; t <= s; t++) {
      const common = product(bySize[s]!.withCode, bySize[t]!.withCode)
      alike += ((t < s ? 2 : 1) * 2 * common) / (s + t)
    }
  return { value: 1 - ((whole - 1) * diceApart) / (whole * whole - alike) }
}

/** Everybody holds the same set everywhere; told on whole numbers. */
function isOneSet(bySize: readonly SetsOfSize[], whole: number): boolean {
  return bySize.some(
    ({ length, withCode }, size) =>
      length === whole && withCode.filter((each) => each === whole).length === size,
  )
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}
