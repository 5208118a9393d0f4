/**
 * Agreement read character by character from the definitions, with no sweep, no sums kept and no code of the product's:
 * slow, and independent of it.
 */
import type { CodedDocument } from "../../core/agreement/documents"

export interface SlowTable {
  both: number
  first: number
  second: number
  neither: number
}

/** For each character that can be coded, in documents with two coders or more: what each coder's set of codes is. */
export interface Character {
  readonly document: string
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>
}

export function charactersOf(documents: readonly CodedDocument[]): Character[] {
  return documents
    .filter(({ coders }) => coders.length >= 2)
    .flatMap((document) =>
      Array.from({ length: document.length }, (_, at) => at)
        .filter((at) => isCodable(document, at))
        .map((at) => ({
          document: document.id,
          sets: new Map(document.coders.map(({ id, spans }) => [id, setAt(spans, at)])),
        })),
    )
}

const isCodable = ({ codable }: CodedDocument, at: number) =>
  codable === undefined || codable.some(({ start, end }) => start <= at && at < end)

const setAt = (spans: CodedDocument["coders"][number]["spans"], at: number) =>
  new Set(spans.filter(({ start, end }) => start <= at && at < end).map(({ code }) => code))

export function slowTable(
  characters: readonly Character[],
  code: string,
  one: string,
  other: string,
): SlowTable {
  const table = { both: 0, first: 0, second: 0, neither: 0 }
  for (const { sets } of characters) {
    const [ours, theirs] = [sets.get(one), sets.get(other)]
    if (ours === undefined || theirs === undefined) continue
    if (ours.has(code)) table[theirs.has(code) ? "both" : "first"]++
    else table[theirs.has(code) ? "second" : "neither"]++
  }
  return table
}

export function slowKappa({ both, first, second, neither }: SlowTable): number | null {
  const n = both + first + second + neither
  const po = (both + neither) / n
  const pe = ((both + first) * (both + second) + (second + neither) * (first + neither)) / n ** 2
  return both + first === 0 && both + second === 0
    ? null
    : first + neither === 0 && second + neither === 0
      ? null
      : (po - pe) / (1 - pe)
}

/** α over pairs of values: every pair of coders on a character, and every pair of values whatsoever. */
export function slowAlpha<Value>(
  units: readonly (readonly Value[])[],
  apart: (one: Value, other: Value) => number,
): number | null {
  const all = units.filter((values) => values.length >= 2)
  const n = all.reduce((sum, values) => sum + values.length, 0)
  let seen = 0
  for (const values of all)
    for (const [i, one] of values.entries())
      for (const [j, other] of values.entries()) if (i !== j) seen += apart(one, other) / (values.length - 1)
  const flat = all.flat()
  let expected = 0
  for (const [i, one] of flat.entries())
    for (const [j, other] of flat.entries()) if (i !== j) expected += apart(one, other)
  return expected === 0 ? null : 1 - ((n - 1) * seen) / expected
}

export function slowAlphaOfCode(characters: readonly Character[], code: string): number | null {
  const units = characters.map(({ sets }) => [...sets.values()].map((set) => set.has(code)))
  return slowAlpha(units, (one, other) => (one === other ? 0 : 1))
}

export function slowSetAlpha(characters: readonly Character[], distance: "dice" | "jaccard"): number | null {
  const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>) => {
    const common = [...one].filter((code) => other.has(code)).length
    const either = new Set([...one, ...other]).size
    if (either === 0) return 0
    return distance === "jaccard" ? 1 - common / either : 1 - (2 * common) / (one.size + other.size)
  }
  return slowAlpha(
    characters.map(({ sets }) => [...sets.values()]),
    apart,
  )
}

/** Fleiss' κ of a code: the share of pairs of coders who agree on a character, averaged over characters. */
export function slowFleiss(characters: readonly Character[], code: string): number | null {
  let [po, share] = [0, 0]
  for (const { sets } of characters) {
    const values = [...sets.values()].map((set) => set.has(code))
    const pairs = values.flatMap((one, i) => values.filter((_, j) => j !== i).map((other) => one === other))
    po += pairs.filter(Boolean).length / pairs.length / characters.length
    share += values.filter(Boolean).length / values.length / characters.length
  }
  const pe = share ** 2 + (1 - share) ** 2
  const isOneSided =
    characters.every(({ sets }) => [...sets.values()].every((set) => set.has(code))) || share === 0
  return isOneSided ? null : (po - pe) / (1 - pe)
}

interface Section {
  readonly start: number
  readonly end: number
  /** Null: a gap. */
  readonly value: string | null
}

/** A coder's text as units and the gaps between them; units must not overlap. */
export function sectionsOf(
  length: number,
  units: readonly { start: number; end: number; code: string }[],
): Section[] {
  const sections: Section[] = []
  let at = 0
  for (const { start, end, code } of [...units].sort((a, b) => a.start - b.start)) {
    if (start > at) sections.push({ start: at, end: start, value: null })
    sections.push({ start, end, value: code })
    at = end
  }
  if (at < length) sections.push({ start: at, end: length, value: null })
  return sections
}

export interface SlowUnitizing {
  readonly u: number | null
  readonly binary: number | null
  readonly cu: number | null
  readonly coverage: number
  readonly ku: ReadonlyMap<string, number | null>
}

/** The 2016 family, from every intersection of every two sections of every two coders. */
export function slowUnitizing(coders: readonly (readonly Section[])[], length: number): SlowUnitizing {
  const values = [...new Set(coders.flat().map(({ value }) => value))]
  const codes = values.filter((value): value is string => value !== null)
  const m = coders.length
  const meet = (a: Section, b: Section) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  const l = (c: string | null, k: string | null) => {
    let sum = 0
    for (const [i, ours] of coders.entries())
      for (const [j, theirs] of coders.entries())
        if (i !== j)
          for (const a of ours) for (const b of theirs) if (a.value === c && b.value === k) sum += meet(a, b)
    return sum / (m - 1)
  }
  const add = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)
  const whole = m * length
  const row = new Map(values.map((c) => [c, add(values.map((k) => l(c, k)))]))
  const self = (c: string | null) =>
    add(
      coders
        .flat()
        .filter(({ value }) => value === c)
        .map(({ start, end }) => (c === null ? end - start : (end - start) ** 2)),
    )
  const scale = whole - add(values.map(self)) / whole
  const e = (c: string | null) => (row.get(c)! ** 2 - self(c)) / scale
  const isVaried = [...row.values()].filter((each) => each > 0).length > 1
  const u = isVaried ? 1 - (whole - add(values.map((c) => l(c, c)))) / (whole - add(values.map(e))) : null

  const alike = coders.map((sections) =>
    sections.map((each) => ({ ...each, value: each.value === null ? null : "any" })),
  )
  const binary = codes.every((code) => code === "any") ? u : slowUnitizing(alike, length).u

  const inner = new Map(codes.map((c) => [c, add(codes.map((k) => l(c, k)))]))
  const innerWhole = add([...inner.values()])
  const innerSelf = (c: string) => {
    let sum = 0
    for (const [i, ours] of coders.entries())
      for (const unit of ours)
        if (unit.value === c)
          for (const [j, theirs] of coders.entries())
            if (j !== i)
              sum += add(theirs.filter(({ value }) => value !== null).map((other) => meet(unit, other))) ** 2
    return sum / (m - 1)
  }
  const innerScale = innerWhole - add(codes.map(innerSelf)) / innerWhole
  const inE = (c: string, k: string) =>
    (inner.get(c)! * inner.get(k)! - (c === k ? innerSelf(c) : 0)) / innerScale
  // Where no pairs are left but those of a stretch with itself, there is nothing to expect.
  const several = [...inner.values()].filter((each) => each > 0).length > 1 && innerScale > 1e-9 * innerWhole
  const cu = several
    ? 1 - (innerWhole - add(codes.map((c) => l(c, c)))) / (innerWhole - add(codes.map((c) => inE(c, c))))
    : null
  const ku = (k: string) => {
    const own = inner.get(k)!
    if (own === 0 || !several) return null
    const expected = add(codes.map((c) => inE(k, c)))
    return 1 - ((expected / own) * (own - l(k, k))) / (expected - inE(k, k))
  }
  return { u, binary, cu, coverage: innerWhole / whole, ku: new Map(codes.map((k) => [k, ku(k)])) }
}
