/** What is compared as a long table, which other programs read: a row for each unit, coder and code. */
import type { Continuum } from "../continuum"
import { materialOf } from "../material"
import { usualParameters } from "../parameters"
import type { Computed } from "./compute"

export interface LongRow {
  readonly document: string
  /** From 1. Characters between two borders of spans are one: they are all alike. */
  readonly unit: number
  /** In characters where these are judged; else 1. */
  readonly length: number
  readonly coder: string
  readonly code: string
  readonly value: 0 | 1
}

/** How many rows there will be, before any is made. */
export function longRows({ documents, parameters }: Computed): number {
  const material = materialOf(
    documents.map(({ coded }) => coded),
    parameters,
  )
  return material.texts.reduce(
    (sum, { units, document }) =>
      sum +
      (cutsOf(units, parameters.unit === "character").length - 1) *
        document.coders.length *
        material.codes.length,
    0,
  )
}

export function* longTable({ documents, parameters }: Computed): Generator<LongRow> {
  const { texts, codes } = materialOf(
    documents.map(({ coded }) => coded),
    { ...usualParameters, ...parameters },
  )
  for (const { document, units } of texts) {
    const cuts = cutsOf(units, parameters.unit === "character")
    const has = heldIn(units, cuts, codes.length)
    for (let unit = 0; unit + 1 < cuts.length; unit++) {
      const length = cuts[unit + 1]! - cuts[unit]!
      for (const [coder, { id }] of document.coders.entries())
        for (const [at, code] of codes.entries()) {
          const value = has(unit, coder, at) ? 1 : 0
          yield { document: document.id, unit: unit + 1, length, coder: id, code, value }
        }
    }
  }
}

/** Where units begin and end: each of them; of characters, where anything changes. */
function cutsOf({ length, units }: Continuum, areCharacters: boolean): number[] {
  if (!areCharacters) return Array.from({ length: length + 1 }, (_, at) => at)
  const places = new Set([0, length])
  for (let at = 0; at < units.count; at++) places.add(units.start[at]!).add(units.end[at]!)
  return [...places].sort((a, b) => a - b)
}

function heldIn({ units, coders }: Continuum, cuts: readonly number[], codes: number) {
  const placeOf = new Map(cuts.map((cut, at) => [cut, at]))
  const held = new Uint8Array((cuts.length - 1) * coders * codes)
  for (let at = 0; at < units.count; at++)
    for (let unit = placeOf.get(units.start[at]!)!; cuts[unit]! < units.end[at]!; unit++)
      held[(unit * coders + units.coder[at]!) * codes + units.code[at]!] = 1
  return (unit: number, coder: number, code: number) => held[(unit * coders + coder) * codes + code] === 1
}
