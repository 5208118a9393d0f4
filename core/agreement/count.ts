/** All counting, once: each text is swept, and what the figures are made of is kept. */
import { alongText } from "./along"
import { createMeetings } from "./confusion"
import { eachOverlap, type Overlap, onlyCodes, overlapOf } from "./exclusive"
import type { Material, Text } from "./material"
import type { AgreementParameters } from "./parameters"
import type { Bin, Confusion } from "./result"
import { type SegmentCounts, segmentCounts } from "./segmentCounts"
import { SetBook } from "./setBook"
import type { BookedLengths } from "./setLengths"
import { type CodeSums, codeSums, type PairSums, pairSums, type SetSums, setSums } from "./sums"
import { pairsOf, type Tally, tallyOf, type Watch } from "./tally"
import { addContinuum, noUnitizing, type UnitizingSums } from "./unitizing"

export interface Counted {
  readonly material: Material
  readonly pairs: readonly (readonly [number, number])[]
  /** One of each text; the same where characters are judged. */
  readonly characters: readonly Tally[]
  readonly units: readonly Tally[]
  readonly sums: { readonly characters: CodeSums; readonly units: CodeSums }
  readonly pairSums: { readonly characters: readonly PairSums[]; readonly units: readonly PairSums[] }
  /** Characters in common are told in words too, where all texts say where these are. */
  readonly words: readonly PairSums[] | null
  readonly sets: SetSums & BookedLengths
  readonly segments: SegmentCounts
  readonly exclusive: Exclusive
  readonly confusion: readonly Confusion[]
  readonly along: readonly (readonly Bin[])[]
}

export interface Exclusive {
  /** Places of the codes that exclude each other. */
  readonly codes: readonly number[]
  /** Null where a coder put two of them on the same characters. */
  readonly sums: UnitizingSums | null
  /** The first of these places, and how many there are. */
  readonly overlaps: readonly (Overlap & { readonly text: Text })[]
  readonly overlapCount: number
}

export function count(material: Material, parameters: AgreementParameters): Counted {
  const { texts, codes, coders } = material
  const size = codes.length
  const pairs = pairsOf(coders.length)
  const meetings = createMeetings(codes, coders, pairs)
  const courses = texts.map(({ document }) => alongText(document, parameters.bins))
  const sets = { book: new SetBook(size), lengths: [] as number[] }
  const isText = parameters.unit === "character"
  const characters = texts.map((text, at) => {
    const watch: Watch = { meetings: meetings.of, along: courses[at]!.add, ...(isText ? { sets } : {}) }
    return tallyOf(text.characters, size, text.coders, watch)
  })
  const units = isText ? characters : texts.map((text) => tallyOf(text.units, size, text.coders, { sets }))
  const words = texts.map((text) => (text.words === null ? null : tallyOf(text.words, size, text.coders)))
  const perPair = (tallies: readonly Tally[]) => pairs.map((pair) => pairSums(tallies, size, pair))
  const ofCharacters = { sums: codeSums(characters, size), pairs: perPair(characters) }
  return {
    material,
    pairs,
    characters,
    units,
    sums: { characters: ofCharacters.sums, units: isText ? ofCharacters.sums : codeSums(units, size) },
    pairSums: { characters: ofCharacters.pairs, units: isText ? ofCharacters.pairs : perPair(units) },
    words: words.every((tally) => tally !== null) ? perPair(words) : null,
    sets: { ...setSums(units, size), ...sets },
    segments: segmentCounts(material, characters, pairs, parameters.leastOverlap),
    exclusive: countExclusive(material, parameters),
    confusion: meetings.confusion(),
    along: courses.map((course) => course.bins()),
  }
}

/** How many of the places where codes overlap are listed. */
const MOST_OVERLAPS = 100

function countExclusive({ texts, codes }: Material, { exclusive }: AgreementParameters): Exclusive {
  const chosen = codes.flatMap((code, at) => (exclusive === null || exclusive.includes(code) ? [at] : []))
  const continua = texts.map(({ characters }) =>
    chosen.length === codes.length ? characters : onlyCodes(characters, chosen),
  )
  const overlaps: (Overlap & { readonly text: Text })[] = []
  let overlapCount = 0
  for (const [at, continuum] of continua.entries())
    eachOverlap(continuum, (before, unit) => {
      if (overlapCount++ < MOST_OVERLAPS)
        overlaps.push({ ...overlapOf(continuum, before, unit), text: texts[at]! })
    })
  if (overlapCount > 0) return { codes: chosen, sums: null, overlaps, overlapCount }
  const sums = noUnitizing(chosen.length)
  for (const continuum of continua) addContinuum(sums, continuum)
  return { codes: chosen, sums, overlaps, overlapCount }
}
