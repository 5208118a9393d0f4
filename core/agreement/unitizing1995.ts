/**
 * Krippendorff (1995; 2004, ch. 12): the older alpha_U of one code, superseded in 2016. Only to compare with DKPro and
 * INCEpTION; it can be strongly negative, and did not behave as expected with more than two coders.
 *   Do = 2 ÷ (m(m − 1)L²) · Σ over pairs of coders and stretches that meet: (s − s′)² + (e − e′)² for two units, the
 *   squared length of a unit that lies within the other's gap
 *   De = (2 ÷ L) · Σ units [ (N − 1) ÷ 3 · (2l³ − 3l² + l) + l² Σ gaps ≥ l (gap − l + 1) ] ÷ ( mL(mL − 1) − Σ l(l − 1) )
 */
import type { Continuum } from "./continuum"
import { type Figure, undefinedBecause } from "./figure"
import { byCoder } from "./unitizing"

export interface Disagreements1995 {
  readonly Do: number
  readonly De: number
}

/** Of a continuum with one code's units only. */
export function disagreements1995(continuum: Continuum): Disagreements1995 | null {
  const { length, coders, units } = continuum
  if (coders < 2 || length === 0) return null
  const own = byCoder(units, coders).map((unit) =>
    unit.map((at): Stretch => [units.start[at]!, units.end[at]!]),
  )
  const gaps = own.map((stretches) => gapsBetween(stretches, length))
  let seen = 0
  for (let i = 0; i < coders; i++)
    for (let j = i + 1; j < coders; j++)
      seen += unitsApart(own[i]!, own[j]!) + insideGaps(own[i]!, gaps[j]!) + insideGaps(own[j]!, gaps[i]!)
  return {
    Do: (2 * seen) / (coders * (coders - 1) * length ** 2),
    De: expected(own.flat(), gaps.flat(), coders, length),
  }
}

export function alphaU1995(codes: readonly (Disagreements1995 | null)[]): Figure {
  let [seen, expected] = [0, 0]
  for (const code of codes) {
    if (code === null) return undefinedBecause("no units")
    seen += code.Do
    expected += code.De
  }
  return expected === 0 ? undefinedBecause("no variation") : { value: (expected - seen) / expected }
}

type Stretch = readonly [start: number, end: number]

function gapsBetween(stretches: readonly Stretch[], length: number): Stretch[] {
  const edges = [0, ...stretches.flat(), length]
  const gaps: Stretch[] = []
  for (let at = 0; at < edges.length; at += 2)
    if (edges[at + 1]! > edges[at]!) gaps.push([edges[at]!, edges[at + 1]!])
  return gaps
}

function unitsApart(ours: readonly Stretch[], theirs: readonly Stretch[]): number {
  let apart = 0
  let first = 0
  for (const [start, end] of ours) {
    while (first < theirs.length && theirs[first]![1] <= start) first++
    for (let at = first; at < theirs.length && theirs[at]![0] < end; at++)
      apart += (start - theirs[at]![0]) ** 2 + (end - theirs[at]![1]) ** 2
  }
  return apart
}

function insideGaps(units: readonly Stretch[], gaps: readonly Stretch[]): number {
  let apart = 0
  let at = 0
  for (const [start, end] of units) {
    while (at < gaps.length && gaps[at]![1] < end) at++
    if (at < gaps.length && gaps[at]![0] <= start) apart += (end - start) ** 2
  }
  return apart
}

function expected(
  units: readonly Stretch[],
  gaps: readonly Stretch[],
  coders: number,
  length: number,
): number {
  let [pairs, self] = [0, 0]
  for (const [start, end] of units) {
    const l = end - start
    let room = 0
    for (const [from, to] of gaps) if (to - from >= l) room += to - from - l + 1
    pairs += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room
    self += l * (l - 1)
  }
  const all = coders * length
  return pairs === 0 ? 0 : ((2 / length) * pairs) / (all * (all - 1) - self)
}
