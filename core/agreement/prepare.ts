/** Documents as continua: positions in text that can be coded, codes and coders by their place in a list. */
import { add, type Continuum, lastAtOrBefore, loose, unite } from "./continuum"
import type { CodedDocument, Stretch } from "./documents"

/** The codes that a coding counts for, by its code: itself where chosen, and codes above it where those count it. */
export type CountsFor = ReadonlyMap<string, readonly number[]>

export function continuumOf(document: CodedDocument, countsFor: CountsFor, codes: number): Continuum {
  const { place, length } = codableText(document)
  const rows = loose(document.coders.reduce((sum, { spans }) => sum + spans.length, 0))
  for (const [coder, { spans }] of document.coders.entries())
    for (const { start, end, code } of spans) {
      const targets = countsFor.get(code)
      if (targets === undefined) continue
      const from = place(start)
      const to = place(end)
      for (const target of targets) add(rows, from, to, coder, target)
    }
  return { length, coders: document.coders.length, units: unite(rows, codes, document.coders.length) }
}

export interface CodableText {
  readonly length: number
  /** How much text that can be coded lies before an offset of the document. */
  readonly place: (offset: number) => number
  /** The first offset of the document with that much before it. */
  readonly offset: (place: number) => number
}

/** Where what ends at a place ends in the document: after its last character, not where text can be coded again. */
export function endOffset({ offset }: CodableText, place: number): number {
  return place === 0 ? offset(0) : offset(place - 1) + 1
}

export function codableText({ length, codable }: CodedDocument): CodableText {
  const clipped = (offset: number) => Math.max(0, Math.min(length, offset))
  if (codable === undefined) return { length, place: clipped, offset: clipped }
  const parts = merged(codable.map(({ start, end }) => ({ start: clipped(start), end: clipped(end) })))
  const starts = Float64Array.from(parts, ({ start }) => start)
  const before = new Float64Array(parts.length + 1)
  for (const [at, { start, end }] of parts.entries()) before[at + 1] = before[at]! + end - start
  return {
    length: before[parts.length]!,
    place: (offset) => {
      const at = lastAtOrBefore(starts, offset)
      return at < 0 ? 0 : before[at]! + Math.min(offset, parts[at]!.end) - parts[at]!.start
    },
    offset: (place) => {
      const at = Math.min(lastAtOrBefore(before, place), parts.length - 1)
      return at < 0 ? 0 : Math.min(parts[at]!.start + place - before[at]!, parts[at]!.end)
    },
  }
}

/** In order, without overlaps, without empty ones. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (end <= start) continue
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** Units of a kind that hold text that can be coded, as places, in order. Those that overlap are refused. */
export function placedUnits(document: CodedDocument, units: readonly Stretch[]): Stretch[] {
  const { place } = codableText(document)
  const placed = units
    .map(({ start, end }) => ({ start: place(start), end: place(end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  for (const [at, unit] of placed.entries())
    if (at > 0 && unit.start < placed[at - 1]!.end)
      throw new RangeError(`Units of document "${document.id}" overlap: give units that follow each other.`)
  return placed
}
