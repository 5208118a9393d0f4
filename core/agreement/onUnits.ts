/**
 * Judging whole units (words, sentences, turns, passages): the text of units, each of length 1, so that everything that is
 * counted by character is counted by unit.
 */
import { add, type Continuum, lastAtOrBefore, loose, unite } from "./continuum"
import type { Stretch } from "./documents"

/** When a coder applies a code to a unit. */
export type Applies =
  /** One character of it is enough; a span across a border counts on both sides. */
  | { readonly by: "one character" }
  /** At least this share of the unit, 0 to 1, by all spans of the code together. */
  | { readonly by: "share of the unit"; readonly share: number }
  /** At least half of one span lies in it. */
  | { readonly by: "half of the span" }

/** `bounds`: the units, in order, none overlapping. */
export function onUnits(
  continuum: Continuum,
  bounds: readonly Stretch[],
  codes: number,
  applies: Applies,
): Continuum {
  const { coders, units } = continuum
  const starts = Float64Array.from(bounds, ({ start }) => start)
  const rows = loose()
  // Parts of units that spans cover, by unit, coder and code, where only a sum of them decides.
  const covered = new Map<number, number>()
  for (let at = 0; at < units.count; at++) {
    const [from, to, coder, code] = [units.start[at]!, units.end[at]!, units.coder[at]!, units.code[at]!]
    let unit = Math.max(0, lastAtOrBefore(starts, from))
    if (unit < bounds.length && bounds[unit]!.end <= from) unit++
    const first = unit
    for (; unit < bounds.length && bounds[unit]!.start < to; unit++) {
      if (applies.by === "one character") continue
      const { start, end } = bounds[unit]!
      const common = Math.min(to, end) - Math.max(from, start)
      if (applies.by === "half of the span") {
        if (2 * common >= to - from) add(rows, unit, unit + 1, coder, code)
        continue
      }
      const key = (unit * coders + coder) * codes + code
      const sum = (covered.get(key) ?? 0) + common
      covered.set(key, sum)
      if (sum >= applies.share * (end - start)) add(rows, unit, unit + 1, coder, code)
    }
    if (applies.by === "one character" && unit > first) add(rows, first, unit, coder, code)
  }
  return { length: bounds.length, coders, units: unite(rows, codes, coders) }
}
