/** Whole segments, counted: of each pair and code, and by document whether and how often a code is there. */
import type { Material } from "./material"
import { matchSegments, type SegmentAgreement, segmentAgreement } from "./segments"
import { placeOf } from "./sums"
import { pairsOf, type Tally } from "./tally"

export interface SegmentCounts {
  /** Per pair and code. */
  readonly byCode: readonly (readonly SegmentAgreement[])[]
  readonly overall: readonly SegmentAgreement[]
  readonly existence: readonly SegmentAgreement[]
  readonly frequency: readonly SegmentAgreement[]
}

export function segmentCounts(
  { texts, codes }: Material,
  tallies: readonly Tally[],
  pairs: readonly (readonly [number, number])[],
  least: number,
): SegmentCounts {
  const size = codes.length
  const agreed = pairs.map(() => new Int32Array(size))
  const total = pairs.map(() => new Int32Array(size))
  const placeOfPair = new Map(pairs.map(([g, h], at) => [`${g} ${h}`, at]))
  for (const { characters, coders } of texts) {
    const local = pairsOf(coders.length)
    const global = local.map(([g, h]) => {
      const ordered = [coders[g]!, coders[h]!].sort((a, b) => a - b)
      return placeOfPair.get(ordered.join(" "))!
    })
    matchSegments(characters, size, local, least, (pair, unit, isAgreed) => {
      const code = characters.units.code[unit]!
      total[global[pair]!]![code]!++
      if (isAgreed) agreed[global[pair]!]![code]!++
    })
  }
  const used = total.map((each) => each.filter((count) => count > 0).length)
  const sum = (counts: Int32Array) => counts.reduce((all, count) => all + count, 0)
  const byDocument = pairs.map((pair, at) => documentLevels(tallies, size, pair, used[at]!))
  return {
    byCode: pairs.map((_, pair) =>
      codes.map((_, code) => segmentAgreement(agreed[pair]![code]!, total[pair]![code]!, used[pair]!)),
    ),
    overall: pairs.map((_, pair) => segmentAgreement(sum(agreed[pair]!), sum(total[pair]!), used[pair]!)),
    existence: byDocument.map(({ existence }) => existence),
    frequency: byDocument.map(({ frequency }) => frequency),
  }
}

/** Each code that one of the two used anywhere, in each document of both: there for both or neither; equally often. */
function documentLevels(
  tallies: readonly Tally[],
  codes: number,
  pair: readonly [number, number],
  used: number,
): { existence: SegmentAgreement; frequency: SegmentAgreement } {
  let [documents, existence, frequency] = [0, 0, 0]
  const isUsed = new Array<boolean>(codes).fill(false)
  const each = (visit: (ours: number, theirs: number, code: number) => void) => {
    for (const tally of tallies) {
      const at = placeOf(tally, pair)
      if (at === null) continue
      for (let code = 0; code < codes; code++)
        visit(tally.segments[at.first * codes + code]!, tally.segments[at.second * codes + code]!, code)
    }
  }
  each((ours, theirs, code) => {
    isUsed[code] ||= ours + theirs > 0
  })
  for (const tally of tallies) if (placeOf(tally, pair) !== null) documents++
  each((ours, theirs, code) => {
    if (!isUsed[code]) return
    if (ours > 0 === theirs > 0) existence++
    if (ours === theirs) frequency++
  })
  const level = (agreed: number) => segmentAgreement(agreed, documents * used, used)
  return { existence: level(existence), frequency: level(frequency) }
}
