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
  const rows = loose()
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
  const rows = loose()
  for (let at = 0; at < units.count; at++) add(rows, units.start[at]!, units.end[at]!, units.coder[at]!, 0)
  return rows
}

/** Calls with each place where a unit begins before an earlier one of its coder, with another code, has ended. */
export function eachOverlap({ coders, units }: Continuum, tell: (overlap: Overlap) => void): void {
  const open: number[][] = Array.from({ length: coders }, () => [])
  for (let at = 0; at < units.count; at++) {
    const [coder, start, end] = [units.coder[at]!, units.start[at]!, units.end[at]!]
    const still = open[coder]!.filter((before) => units.end[before]! > start)
    for (const before of still)
      tell({
        coder,
        codes: [units.code[before]!, units.code[at]!],
        start,
        end: Math.min(units.end[before]!, end),
      })
    still.push(at)
    open[coder] = still
  }
}

export function hasOverlaps(continuum: Continuum): boolean {
  let found = false
  eachOverlap(continuum, () => {
    found = true
  })
  return found
}
