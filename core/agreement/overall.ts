/** What is told of all codes at once. */
import { dice, holsti, matrixOf } from "./binary"
import { alphaOfSums } from "./binaryFigures"
import type { Counted } from "./count"
import { type Figure, meanOf, undefinedBecause } from "./figure"
import type { Intervals } from "./intervals"
import { jaccardSetAlpha } from "./jaccardSetAlpha"
import { withInterval } from "./ofCode"
import { pooledKappa } from "./pooled"
import { codableText, endOffset } from "./prepare"
import type { ExclusiveAgreement, OverallAgreement, OverallPair } from "./result"
import { diceSetAlpha } from "./setAlpha"
import { type CodeSums, table, tableOf } from "./sums"
import { cohenKappa, percentAgreement } from "./twoCoders"
import { binaryUAlpha, cuAlpha, cuCoverage, uAlpha } from "./unitizing"

export function overallOf(counted: Counted, intervals: Intervals): OverallAgreement {
  const { sums, sets, material } = counted
  const { characters } = sums
  const size = material.codes.length
  const alphas = material.codes.map((_, code) =>
    alphaOfSums(sums.units.whole, sums.units.held[code]!, sums.units.alike[code]!),
  )
  return {
    characters: characters.length,
    units: sums.units.length,
    setAlphaDice: withInterval(diceSetAlpha(sets), intervals.setAlphaDice),
    setAlphaJaccard: jaccardSetAlpha(sets.book, sets.lengths, sets.jaccardApart, size),
    pooledAlpha: withInterval(pooledAlpha(sums.units), intervals.pooledAlpha),
    meanAlpha: meanOf(alphas),
    anyCode: {
      krippendorffAlpha: plain(alphaOfSums(sums.units.whole, sums.units.any.held, sums.units.any.alike)),
      uAlphaBinary: withInterval(
        binaryUAlpha(characters.whole, characters.any.held, characters.any.alike, characters.any.squares),
        intervals.uAlphaBinary,
      ),
    },
    exclusive: exclusiveOf(counted, intervals),
    pairs: counted.pairs.map((_, pair) => pairOf(counted, intervals, pair)),
  }
}

const plain = (figure: Figure): Figure =>
  figure.value === null ? undefinedBecause(figure.reason) : { value: figure.value }

/** 1 − Σ Do ÷ Σ De. */
function pooledAlpha({ whole, held, alike }: CodeSums): Figure {
  if (whole === 0) return undefinedBecause("no units")
  let [seen, expected] = [0, 0]
  for (const [code, each] of held.entries()) {
    seen += each - alike[code]!
    expected += each * (whole - each)
  }
  return expected === 0 ? undefinedBecause("no variation") : { value: 1 - ((whole - 1) * seen) / expected }
}

function exclusiveOf({ exclusive, material }: Counted, intervals: Intervals): ExclusiveAgreement {
  const { sums, overlaps, overlapCount } = exclusive
  const refused = undefinedBecause("overlapping units")
  const codes = exclusive.codes.map((code) => material.codes[code]!)
  return {
    codes,
    uAlpha: withInterval(sums === null ? refused : uAlpha(sums), intervals.exclusive.uAlpha),
    cuAlpha: {
      ...withInterval(sums === null ? refused : cuAlpha(sums), intervals.exclusive.cuAlpha),
      coverage: sums === null ? refused : cuCoverage(sums),
    },
    overlaps: overlaps.map(({ text: { document }, coder, codes: [one, other], start, end }) => {
      const text = codableText(document)
      return {
        document: document.id,
        coder: document.coders[coder]!.id,
        codes: [codes[one]!, codes[other]!] as const,
        start: text.offset(start),
        end: endOffset(text, end),
      }
    }),
    overlapCount,
  }
}

function pairOf(
  { material, pairs, pairSums, segments }: Counted,
  intervals: Intervals,
  pair: number,
): OverallPair {
  const sums = pairSums.units[pair]!
  const tables = material.codes
    .map((_, code) => tableOf(sums, code))
    .filter(({ both, first, second }) => both + first + second > 0)
  const kappas = tables.map((each) => cohenKappa(matrixOf(each)))
  const any = table(sums.length, sums.any.both, sums.any.first, sums.any.second)
  const [first, second] = pairs[pair]!
  const decisions = (of: Float64Array) => of.reduce((sum, each) => sum + each, 0)
  return {
    first: material.coders[first]!,
    second: material.coders[second]!,
    documents: sums.documents,
    units: sums.length,
    pooledKappa: withInterval(pooledKappa(kappas), intervals.pairs[pair]!.pooledKappa),
    meanKappa: meanOf(kappas),
    holsti: holsti(decisions(sums.both), decisions(sums.first), decisions(sums.second)),
    anyCode: {
      observed: percentAgreement(matrixOf(any)),
      cohenKappa: cohenKappa(matrixOf(any)),
      dice: dice(any),
    },
    segments: segments.overall[pair]!,
    existence: segments.existence[pair]!,
    frequency: segments.frequency[pair]!,
  }
}
