/** Codes that a coder may not give to the same characters, and the continua of which the u-alpha family speaks. */
import { add, type Continuum, loose, type Units, unite } from "./continuum"

/** Where a coder has two codes of the set at once. */
export interface Overlap {
  readonly coder: number
  readonly codes: readonly [number, number]
  readonly start: number
  readonly end: number
}

/** The continuum with chosen codes only, renamed to their place in the choice. */
export function onlyCodes({ length, coders, units }: Continuum, chosen: readonly number[]): Continuum {
  const places = new Map(chosen.map((code, at) => [code, at]))
  const rows = loose(units.count)
  for (let at = 0; at < units.count; at++) {
    const code = places.get(units.code[at]!)
    if (code !== undefined) add(rows, units.start[at]!, units.end[at]!, units.coder[at]!, code)
  }
  return { length, coders, units: unite(rows, chosen.length, coders) }
}

/** The continuum with one code in the place of all: overlapping units of a coder become one, touching ones stay two. */
export function allAlike({ length, coders, units }: Continuum): Continuum {
  return { length, coders, units: unite(relabelled(units), 1, coders) }
}

function relabelled(units: Units) {
  const rows = loose(units.count)
  for (let at = 0; at < units.count; at++) add(rows, units.start[at]!, units.end[at]!, units.coder[at]!, 0)
  return rows
}

/** Calls with each two units of one coder, in their order, that overlap. */
export function eachOverlap(
  { coders, units }: Continuum,
  tell: (before: number, unit: number) => void,
): void {
  const open: number[][] = Array.from({ length: coders }, () => [])
  for (let unit = 0; unit < units.count; unit++) {
    const mine = open[units.coder[unit]!]!
    let kept = 0
    for (let at = 0; at < mine.length; at++) {
      const before = mine[at]!
      if (units.end[before]! <= units.start[unit]!) continue
      mine[kept++] = before
      tell(before, unit)
    }
    mine[kept++] = unit
    mine.length = kept
  }
}

export function overlapOf({ units }: Continuum, before: number, unit: number): Overlap {
  return {
    coder: units.coder[unit]!,
    codes: [units.code[before]!, units.code[unit]!],
    start: units.start[unit]!,
    end: Math.min(units.end[before]!, units.end[unit]!),
  }
}

export function hasOverlaps(continuum: Continuum): boolean {
  let found = false
  eachOverlap(continuum, () => {
    found = true
  })
  return found
}
