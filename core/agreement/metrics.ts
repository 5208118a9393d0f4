/** How far apart two values are for Krippendorff's α, squared; `n` holds how often each value occurs among pairable ones. */
import { keyOf, type Value } from "./coded"
import { type SetDistance, setDistance } from "./setDistance"

export type Metric =
  | "nominal"
  | "ordinal"
  | "interval"
  | "ratio"
  | { readonly set: SetDistance }
  | { readonly categories: readonly Value[]; readonly matrix: readonly (readonly number[])[] }

/** Null: the metric needs numbers and there are others. */
export function squaredDistances(
  metric: Metric,
  categories: readonly Value[],
  n: readonly number[],
): ((c: number, k: number) => number) | null {
  if (metric === "nominal") return (c, k) => (c === k ? 0 : 1)
  if (metric === "ordinal") return ordinal(n)
  if (metric === "interval" || metric === "ratio") return numeric(metric, categories)
  if ("set" in metric) return (c, k) => setDistance(metric.set, asSet(categories[c]!), asSet(categories[k]!))
  const places = new Map(metric.categories.map((value, at) => [keyOf(value), at]))
  const at = categories.map((value) => places.get(keyOf(value)) ?? -1)
  return (c, k) => (c === k ? 0 : (metric.matrix[at[c]!]?.[at[k]!] ?? 1))
}

/** (Σ_{g=c..k} n_g − (n_c + n_k) ÷ 2)²; the values stand in their order. */
function ordinal(n: readonly number[]): (c: number, k: number) => number {
  let total = 0
  const upTo = n.map((count) => {
    total += count
    return total
  })
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c]
    return (upTo[high]! - upTo[low]! + n[low]! - (n[low]! + n[high]!) / 2) ** 2
  }
}

function numeric(metric: "interval" | "ratio", categories: readonly Value[]) {
  const numbers = categories.map((value) =>
    typeof value === "object" || value === "" ? Number.NaN : Number(value),
  )
  if (!numbers.every(Number.isFinite)) return null
  return (c: number, k: number) => {
    const [x, y] = [numbers[c]!, numbers[k]!]
    if (x === y) return 0
    return metric === "interval" ? (x - y) ** 2 : ((x - y) / (x + y)) ** 2
  }
}

const asSet = (value: Value): readonly string[] => (typeof value === "object" ? value : [String(value)])
