/** Everything that is told of one code: of all coders, and of each pair. */
import { biasIndex, dice, jaccard, matrixOf, prevalenceIndex, sizeOf, type Table } from "./binary"
import { alphaOfSums, binaryFigures, congerOfShares, kappaValue } from "./binaryFigures"
import { cohenKappaError, type KappaError, noError } from "./cohenError"
import { type Coefficient, type Figure, type Mean, share, undefinedBecause } from "./figure"
import type { Interval } from "./interval"
import { lightOf } from "./light"
import type { MultiAgreement, PairAgreement } from "./result"
import { type CodeSums, ownShares, type PairSums, type PlaceOfPair, tableOf } from "./sums"
import type { Tally } from "./tally"
import { bennettS, cohenKappa, cohenKappaMax, gwetAc, percentAgreement, scottPi } from "./twoCoders"
import { binaryUAlpha, kuAlpha, kuCoverage, type UnitizingSums } from "./unitizing"

export const withInterval = <Of extends Figure>(
  figure: Of,
  interval: Interval,
): Of & { readonly interval: Interval } => ({
  ...figure,
  interval:
    figure.value === null
      ? { low: null, high: null, reason: "no figure", undefinedDraws: interval.undefinedDraws }
      : interval,
})

export function ofAllCoders(
  code: number,
  tallies: readonly Tally[],
  units: CodeSums,
  characters: CodeSums,
  coders: number,
  kappas: readonly Figure[],
  intervals: { readonly krippendorffAlpha: Interval; readonly uAlpha: Interval },
): Omit<MultiAgreement, "kuAlpha"> {
  const figures = binaryFigures(units, code)
  const codes = units.held.length
  return {
    units: units.length,
    observed: figures.observed,
    krippendorffAlpha: withInterval(
      alphaOfSums(units.whole, units.held[code]!, units.alike[code]!),
      intervals.krippendorffAlpha,
    ),
    fleissKappa: figures.fleissKappa,
    congerKappa: congerOfShares(figures.observed, ownShares(tallies, codes, code, coders)),
    lightKappa: lightOf(kappas),
    brennanPrediger: figures.brennanPrediger,
    gwetAc1: figures.gwetAc1,
    uAlpha: withInterval(
      binaryUAlpha(
        characters.whole,
        characters.held[code]!,
        characters.alike[code]!,
        characters.squares[code]!,
      ),
      intervals.uAlpha,
    ),
  }
}

/** (k)u-alpha of a code in the set that excludes each other; `at`: its place there, −1 if it is in none. */
export function kuOf(sums: UnitizingSums | null, at: number): MultiAgreement["kuAlpha"] {
  if (sums === null)
    return { ...undefinedBecause("overlapping units"), coverage: undefinedBecause("overlapping units") }
  if (at < 0) return { ...undefinedBecause("no units"), coverage: undefinedBecause("no units") }
  return { ...kuAlpha(sums, at), coverage: kuCoverage(sums, at) }
}

/** Everything of a pair but names, words in common and segments. */
export function ofPairOfCoders(
  code: number,
  sums: PairSums,
  tallies: readonly Tally[],
  places: readonly PlaceOfPair[],
  isIndependent: boolean,
  confidence: number,
) {
  const table = tableOf(sums, code)
  const matrix = matrixOf(table)
  return {
    table,
    observed: percentAgreement(matrix),
    cohenKappa: cohenKappa(matrix),
    cohenKappaMax: cohenKappaMax(matrix),
    error: errorOf(table, isIndependent, confidence),
    scottPi: scottPi(matrix),
    bennettS: bennettS(matrix),
    gwetAc1: gwetAc(matrix),
    krippendorffAlpha: alphaOfTable(table),
    dice: dice(table),
    jaccard: jaccard(table),
    prevalenceIndex: prevalenceIndex(table),
    biasIndex: biasIndex(table),
    macro: macroOf(tallies, places, code, sums.both.length),
  } satisfies Partial<Record<keyof PairAgreement, unknown>>
}

export function alphaOfTable(table: Table): Coefficient {
  return alphaOfSums(2 * sizeOf(table), 2 * table.both + table.first + table.second, 2 * table.both)
}

/** Fewer units tell too little of how far κ may be off. */
const ENOUGH_UNITS = 20

function errorOf(table: Table, isIndependent: boolean, confidence: number): KappaError {
  if (!isIndependent) return noError(undefinedBecause("dependent units"))
  if (sizeOf(table) < ENOUGH_UNITS) return noError(undefinedBecause("few units"))
  const error = cohenKappaError(matrixOf(table), undefined, confidence)
  return error.standardError.value === 0 ? noError(undefinedBecause("no spread")) : error
}

/** κ of each document that both finished, averaged. `places`: where the pair stands in each. */
function macroOf(
  tallies: readonly Tally[],
  places: readonly PlaceOfPair[],
  code: number,
  codes: number,
): PairAgreement["macro"] {
  let [of, count, sum, byLength, length] = [0, 0, 0, 0, 0]
  for (let at = 0; at < tallies.length; at++) {
    const place = places[at]
    if (!place) continue
    const tally = tallies[at]!
    of++
    const kappa = kappaValue(
      tally.length,
      tally.both[place.pair * codes + code]!,
      tally.held[place.first * codes + code]!,
      tally.held[place.second * codes + code]!,
    )
    if (kappa === null) continue
    count++
    sum += kappa
    byLength += kappa * tally.length
    length += tally.length
  }
  const mean = (total: number, weight: number): Mean => ({
    mean: share(total, weight, "no variation"),
    defined: count,
    of,
  })
  return { plain: mean(sum, count), byLength: mean(byLength, length) }
}
