/** Tallies added up, and what of them coefficients need: per code, arrays; documents with one coder are in none. */
import type { Table } from "./binary"
import type { SetsOfSize } from "./setLengths"
import type { Tally } from "./tally"

/** A pair of coders in the texts that both finished. */
export interface PairSums {
  length: number
  documents: number
  readonly both: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly any: { both: number; first: number; second: number }
}

export function pairSums(
  tallies: readonly Tally[],
  codes: number,
  pair: readonly [number, number],
): PairSums {
  const column = () => new Float64Array(codes)
  const [both, first, second] = [column(), column(), column()]
  const sums: PairSums = {
    length: 0,
    documents: 0,
    both,
    first,
    second,
    any: { both: 0, first: 0, second: 0 },
  }
  for (const tally of tallies) {
    const at = placeOf(tally, pair)
    if (at === null) continue
    sums.length += tally.length
    sums.documents++
    for (let code = 0; code < codes; code++) {
      both[code]! += tally.both[at.pair * codes + code]!
      first[code]! += tally.held[at.first * codes + code]!
      second[code]! += tally.held[at.second * codes + code]!
    }
    sums.any.both += tally.any.both[at.pair]!
    sums.any.first += tally.any.held[at.first]!
    sums.any.second += tally.any.held[at.second]!
  }
  return sums
}

/** Null: one of the pair did not finish that text. */
export type PlaceOfPair = { readonly pair: number; readonly first: number; readonly second: number } | null

/** Where a pair of all coders stands in a tally; null: one of them did not finish that text. */
export function placeOf({ coders }: Tally, [g, h]: readonly [number, number]): PlaceOfPair {
  const [one, other] = [coders.indexOf(g), coders.indexOf(h)]
  if (one < 0 || other < 0) return null
  const [first, second] = one < other ? [one, other] : [other, one]
  // Pairs stand in the order (0,1) … (0,m−1), (1,2) …
  const pair = (first * (2 * coders.length - first - 1)) / 2 + (second - first - 1)
  return { pair, first: one, second: other }
}

export function tableOf({ length, both, first, second }: PairSums, code: number): Table {
  return table(length, both[code]!, first[code]!, second[code]!)
}

export function table(length: number, both: number, first: number, second: number): Table {
  return { both, first: first - both, second: second - both, neither: length - first - second + both }
}

/** All coders of each text. With m of them: `held` counts every coder, `alike` each ordered pair ÷ (m − 1). */
export interface CodeSums {
  length: number
  /** Σ m · length. */
  whole: number
  readonly held: Float64Array
  readonly alike: Float64Array
  /** The same ÷ m, which weights texts alike however many coded them (Gwet). */
  readonly heldShare: Float64Array
  readonly alikeShare: Float64Array
  readonly squares: Float64Array
  readonly any: { held: number; alike: number; squares: number }
}

export function codeSums(tallies: readonly Tally[], codes: number): CodeSums {
  const column = () => new Float64Array(codes)
  const [held, alike, heldShare, alikeShare, squares] = [column(), column(), column(), column(), column()]
  const any = { held: 0, alike: 0, squares: 0 }
  const sums: CodeSums = { length: 0, whole: 0, held, alike, heldShare, alikeShare, squares, any }
  for (const tally of tallies) {
    const m = tally.coders.length
    sums.length += tally.length
    sums.whole += m * tally.length
    for (let code = 0; code < codes; code++) {
      const [mine, ours] = [heldOf(tally, codes, code), alikeOf(tally, codes, code)]
      held[code]! += mine
      alike[code]! += ours
      heldShare[code]! += mine / m
      alikeShare[code]! += ours / m
      squares[code]! += tally.squares[code]!
    }
    for (const each of tally.any.held) any.held += each
    for (const each of tally.any.both) any.alike += (2 * each) / (m - 1)
    any.squares += tally.any.squares
  }
  return sums
}

export function heldOf({ held, coders }: Tally, codes: number, code: number): number {
  let sum = 0
  for (let coder = 0; coder < coders.length; coder++) sum += held[coder * codes + code]!
  return sum
}

export function alikeOf({ both, coders }: Tally, codes: number, code: number): number {
  let sum = 0
  for (let at = code; at < both.length; at += codes) sum += both[at]!
  return (2 * sum) / (coders.length - 1)
}

/** Each coder's own share of the texts that they finished, for one code (Conger). */
export function ownShares(tallies: readonly Tally[], codes: number, code: number, coders: number): number[] {
  const held = new Array<number>(coders).fill(0)
  const lengths = new Array<number>(coders).fill(0)
  for (const tally of tallies)
    for (let at = 0; at < tally.coders.length; at++) {
      const coder = tally.coders[at]!
      held[coder]! += tally.held[at * codes + code]!
      lengths[coder]! += tally.length
    }
  return held.flatMap((each, at) => (lengths[at]! > 0 ? [each / lengths[at]!] : []))
}

export interface SetSums {
  readonly bySize: readonly SetsOfSize[]
  readonly diceApart: number
  readonly jaccardApart: number
}

export function setSums(tallies: readonly Tally[], codes: number): SetSums {
  const bySize: SetsOfSize[] = []
  let [diceApart, jaccardApart] = [0, 0]
  for (const tally of tallies) {
    for (const [size, sets] of tally.bySize.entries()) {
      if (bySize.length <= size) bySize.push({ length: 0, withCode: new Float64Array(codes) })
      const into = bySize[size]!
      into.length += sets.length
      for (let code = 0; code < codes; code++) into.withCode[code]! += sets.withCode[code]!
    }
    diceApart += tally.diceApart
    jaccardApart += tally.jaccardApart
  }
  return { bySize, diceApart, jaccardApart }
}
