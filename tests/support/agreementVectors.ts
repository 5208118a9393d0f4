/**
 * Published and third-party values of agreement coefficients, read and recomputed by name. A vector names its statistic;
 * what is not known here is an error that says the name, unless it is one of those that Binôme does not compute.
 */
import { biasIndex, dice, jaccard, pabak, prevalenceIndex, type Table } from "../../core/agreement/binary"
import {
  type Coded,
  type Contingency,
  type Counts,
  codedFrom,
  contingencyOf,
  countsAgainst,
  countsOf,
  keyOf,
  type Pattern,
  patternsOf,
  type Value,
} from "../../core/agreement/coded"
import { cohenKappaError } from "../../core/agreement/cohenError"
import { add, type Continuum, loose, unite } from "../../core/agreement/continuum"
import { allAlike, hasOverlaps, onlyCodes } from "../../core/agreement/exclusive"
import { type Coefficient, type Figure, meanOf, undefinedBecause } from "../../core/agreement/figure"
import { fleissCategoryError, fleissKappaError } from "../../core/agreement/fleissError"
import { type Alpha, alphaOfCounts } from "../../core/agreement/krippendorff"
import { lightKappa } from "../../core/agreement/light"
import type { Metric } from "../../core/agreement/metrics"
import {
  brennanPrediger,
  congerKappa,
  fleissKappa,
  gwetAc1,
  multiAgreement,
} from "../../core/agreement/moreCoders"
import { pooledKappa } from "../../core/agreement/pooled"
import { resampled } from "../../core/agreement/resampling"
import { alphaSampleSize } from "../../core/agreement/sampleSize"
import { matchSegments, segmentAgreement } from "../../core/agreement/segments"
import { type SetDistance, setDistance } from "../../core/agreement/setDistance"
import { sweep } from "../../core/agreement/sweep"
import {
  bennettS,
  cohenKappa,
  cohenKappaMax,
  gwetAc,
  percentAgreement,
  scottPi,
} from "../../core/agreement/twoCoders"
import {
  addContinuum,
  cuAlpha,
  cuCoverage,
  kuAlpha,
  kuCoverage,
  noUnitizing,
  uAlpha,
  uAlphaBinary,
} from "../../core/agreement/unitizing"
import { alphaU1995, disagreements1995 } from "../../core/agreement/unitizing1995"
import { type Apart, apartBy, apartByRank, nominalApart } from "../../core/agreement/weights"

export interface Vector {
  readonly id: string
  readonly statistic: string
  readonly params?: Params
  readonly input: any
  readonly expected: unknown
  readonly tolerance: number
}

interface Params {
  readonly weights?: unknown
  readonly metric?: unknown
  readonly distance?: string
  readonly category?: Value
  readonly code?: string
  readonly codes?: readonly string[]
  readonly coders?: readonly number[]
  readonly threshold?: number
  readonly any_code?: boolean
  readonly label_sets?: boolean
  readonly method?: string
  readonly reps?: number
}

/** Left out of the product on purpose: pure segmentation, gamma, and the bootstrap of pairs of values. */
export function isOutOfScope({ statistic, params }: Vector): boolean {
  if (/^(pk|window_diff|boundary_similarity|gamma_.+)$/.test(statistic)) return true
  return statistic === "alpha_bootstrap_ci95" && params?.method !== "units"
}

export class UnknownStatistic extends Error {}

/** A number, a figure, or several of either by name or place. */
export type Recomputed = number | Figure | readonly Recomputed[] | { readonly [part: string]: Recomputed }

export function recompute({ statistic, params = {}, input }: Vector): Recomputed {
  if (statistic === "alpha_sample_size") return alphaSampleSize(input.alpha_min, input.p_c, input.z)
  if (statistic === "set_distance") return setDistance(distanceOf(params.distance), input.a, input.b)
  if (input.kind === "spans") return ofSpans(statistic, params, input)
  return ofCoded(statistic, params, codedOf(input))
}

// ——— units that were judged ———

type Judged = { readonly coded: Coded | null; readonly counts: Counts }

function codedOf(input: any): Judged {
  if (input.kind === "counts") {
    const units = input.table.map((counts: number[]) => ({ weight: 1, counts }))
    return { coded: null, counts: { categories: input.categories, units } }
  }
  const coded = readCoded(input)
  return { coded, counts: countsOf(coded) }
}

function readCoded(input: any): Coded {
  switch (input.kind) {
    case "contingency":
      return patternsOf(input.categories, input.matrix)
    case "ratings": {
      const columns: Pattern[] = input.values[0].map((_: unknown, unit: number) => ({
        weight: 1,
        values: input.values.map((row: (Value | null)[]) => row[unit] ?? null),
      }))
      return codedFrom(columns, input.categories)
    }
    case "patterns":
      return codedFrom(
        input.patterns.map(([weight, values]: [number, (Value | null)[]]) => ({ weight, values })),
        input.categories,
      )
    default:
      throw new UnknownStatistic(`input of kind "${input.kind}"`)
  }
}

function ofCoded(statistic: string, params: Params, { coded, counts }: Judged): Recomputed {
  const [base, part] = splitName(statistic)
  const [first = 0, second = 1] = params.coders ?? []
  const matrix = () => contingencyOf(coded!, first, second)
  const apart = (table = matrix()) => apartOf(params.weights, counts.categories, table)
  const apartOfAll = () => apartOf(params.weights, counts.categories, coded === null ? null : matrix())
  const binary = () => tableOf(matrix(), counts.categories, params.category)
  const category = () =>
    counts.categories.find((each) => isCategory(each, params.category)) ?? params.category!
  const metric = metricOf(params.metric)
  const take = (of: Coefficient | Alpha) => partOf(of, part)
  const all = coded === null || coded.patterns.some(({ values }) => values.length > 2)
  switch (base) {
    case "percent_agreement":
      return all && params.coders === undefined
        ? multiAgreement(counts, apartOfAll())
        : percentAgreement(matrix(), apart())
    case "percent_agreement_category":
      return multiAgreement(countsAgainst(counts, category()))
    case "multi_agreement":
      return multiAgreement(counts, apartOfAll())
    case "positive_agreement":
    case "dice":
      return dice(binary())
    case "jaccard":
      return jaccard(binary())
    case "pabak":
      return pabak(binary())
    case "prevalence_index":
      return prevalenceIndex(binary())
    case "bias_index":
      return biasIndex(binary())
    case "cohen_kappa":
    case "weighted_kappa":
      return part === "_parts"
        ? weightedParts(cohenKappa(matrix(), apart()))
        : take(cohenKappa(matrix(), apart()))
    case "cohen_kappa_max":
      return cohenKappaMax(matrix())
    case "cohen_kappa_se":
      return cohenKappaError(matrix(), apart()).standardError
    case "cohen_kappa_se0":
      return cohenKappaError(matrix(), apart()).standardErrorOfNone
    case "cohen_kappa_z":
      return cohenKappaError(matrix(), apart()).z
    case "cohen_kappa_ci95": {
      const { low, high } = cohenKappaError(matrix(), apart())
      return low.value === null ? low : [low, high]
    }
    case "scott_pi":
      return take(scottPi(matrix(), apart()))
    case "bennett_s":
      return take(bennettS(matrix(), apart()))
    case "gwet_ac1_2":
    case "gwet_ac2_2":
      return take(gwetAc(matrix(), apart()))
    case "gwet_ac1":
    case "gwet_ac2":
      return take(gwetAc1(counts, apartOfAll()))
    case "brennan_prediger":
      return take(brennanPrediger(counts, apartOfAll()))
    case "fleiss_kappa":
      return take(fleissKappa(counts, apartOfAll()))
    case "fleiss_kappa_category":
      return take(fleissKappa(countsAgainst(counts, category())))
    case "fleiss_kappa_z":
      return fleissKappaError(counts).z
    case "fleiss_kappa_se0":
      return fleissKappaError(counts).standardErrorOfNone
    case "fleiss_kappa_category_z":
      return fleissCategoryError(counts, category()).z
    case "conger_kappa":
    case "hubert_kappa":
      return take(congerKappa(coded!, apartOfAll()))
    case "light_kappa":
      return lightKappa(coded!, apartOfAll())
    case "krippendorff_alpha":
      return take(alphaOfCounts(counts, metric))
    case "krippendorff_alpha_category":
      return take(alphaOfCounts(countsAgainst(counts, category())))
    case "alpha_bootstrap_ci95":
      return bootstrapOfUnits(coded!, metric, params.reps ?? 2000)
    default:
      throw new UnknownStatistic(statistic)
  }
}

function splitName(statistic: string): [string, string] {
  const found = /^(.*?)(_expected|_observed|_parts)$/.exec(statistic)
  return found ? [found[1]!, found[2]!] : [statistic, ""]
}

function partOf(of: Coefficient | Alpha, part: string): Recomputed {
  const figure: Figure = of.value === null ? undefinedBecause(of.reason) : { value: of.value }
  if (part === "") return figure
  if (part === "_expected") return of.expected ?? figure
  if (part === "_observed") return of.observed ?? figure
  const [pa, pe] = [of.observed ?? figure, of.expected ?? figure]
  const d = "Do" in of ? { Do: of.Do ?? figure, De: of.De ?? figure } : weightedParts(of)
  return { value: figure, pa, pe, po: pa, ...d }
}

function weightedParts(of: Coefficient): { readonly [part: string]: Recomputed } {
  const figure: Figure = of.value === null ? undefinedBecause(of.reason) : { value: of.value }
  const apart = (agreement: number | null) => (agreement === null ? figure : 1 - agreement)
  return {
    value: figure,
    Do: apart(of.observed),
    De: apart(of.expected),
    pa: of.observed ?? figure,
    pe: of.expected ?? figure,
  }
}

const isCategory = (one: Value, other: Value | undefined) =>
  other !== undefined && (keyOf(one) === keyOf(other) || String(one) === String(other))

/** The category asked for against the rest; the first of two, where none is. */
function tableOf(matrix: Contingency, categories: readonly Value[], category: Value | undefined): Table {
  const at = category === undefined ? 0 : categories.findIndex((each) => isCategory(each, category))
  let [both, first, second, neither] = [0, 0, 0, 0]
  matrix.forEach((row, i) => {
    row.forEach((count, j) => {
      if (i === at && j === at) both += count
      else if (i === at) first += count
      else if (j === at) second += count
      else neither += count
    })
  })
  return { both, first, second, neither }
}

function apartOf(weights: any, categories: readonly Value[], matrix: Contingency | null): Apart {
  if (weights === undefined || weights === null || weights === "unweighted" || weights === "identity")
    return nominalApart(categories.length)
  if (weights === "linear") return apartBy(1, categories)
  if (weights === "quadratic") return apartBy(2, categories)
  if (weights === "linear_index") return apartByRank(1, matrix!)
  if (weights === "quadratic_index") return apartByRank(2, matrix!)
  if (weights.disagreement) return weights.disagreement
  const given: number[][] | undefined = Array.isArray(weights)
    ? weights
    : (weights.agreement ?? weights.matrix)
  if (given === undefined) throw new UnknownStatistic(`weights ${JSON.stringify(weights)}`)
  // Agreement has 1 where nothing differs, distance 0.
  return given[0]![0] === 0 ? given : given.map((row) => row.map((each) => 1 - each))
}

function distanceOf(name: string | undefined): SetDistance {
  const asked = (name ?? "jaccard").replace(/^set:/, "")
  if (asked === "jaccard" || asked === "dice" || asked === "masi_2006") return asked
  if (asked === "masi" || asked === "masi_nltk") return "masi_2006"
  if (/dkpro/.test(asked)) return /masi/.test(asked) ? "masi_dkpro" : "passonneau_2004"
  if (/2004|passonneau|partial/.test(asked)) return "passonneau_2004"
  throw new UnknownStatistic(`distance "${asked}"`)
}

function metricOf(metric: any): Metric {
  if (metric === undefined || metric === null) return "nominal"
  if (typeof metric !== "string") return metric
  if (metric === "nominal" || metric === "ordinal" || metric === "interval" || metric === "ratio")
    return metric
  if (metric.startsWith("set:")) return { set: distanceOf(metric) }
  throw new UnknownStatistic(`metric "${metric}"`)
}

function bootstrapOfUnits(coded: Coded, metric: Metric, draws: number): Recomputed {
  const units = coded.patterns.flatMap(({ weight, values }) =>
    Array.from({ length: weight }, () => ({ weight: 1, values })),
  )
  const counts = countsOf({ ...coded, patterns: units })
  const interval = resampled(units.length, { draws, seed: 1, confidence: 0.95 }, (times) =>
    alphaOfCounts(
      { ...counts, units: counts.units.map((unit, at) => ({ ...unit, weight: times[at]! })) },
      metric,
    ),
  )
  return interval.low === null ? undefinedBecause("no variation") : [interval.low, interval.high]
}

// ——— spans ———

interface Spans {
  readonly continuum: Continuum
  readonly codes: readonly string[]
}

function readSpans(input: any, chosen: readonly number[] | undefined): Spans {
  const { begin, end } = input.continuum
  const coders = chosen === undefined ? input.coders : chosen.map((at) => input.coders[at])
  const codes = [
    ...new Set<string>(
      input.coders.flatMap((coder: any) => coder.spans.map((span: any) => String(span.code))),
    ),
  ].sort()
  const rows = loose()
  for (const [coder, { spans }] of coders.entries())
    for (const span of spans)
      add(
        rows,
        Math.max(span.start, begin) - begin,
        Math.min(span.end, end) - begin,
        coder,
        codes.indexOf(String(span.code)),
      )
  const units = unite(rows, codes.length, coders.length)
  return { continuum: { length: end - begin, coders: coders.length, units }, codes }
}

function ofSpans(statistic: string, params: Params, input: any): Recomputed {
  if (statistic.startsWith("char_")) return ofCharacters(statistic.slice("char_".length), params, input)
  const read = readSpans(input, params.coders)
  const choice = params.codes?.map((code) => read.codes.indexOf(code))
  const continuum = choice ? onlyCodes(read.continuum, choice) : read.continuum
  const codes = params.codes ?? read.codes
  const only = (code: string) => onlyCodes(continuum, [codes.indexOf(code)])
  switch (statistic) {
    case "alpha_u_1995":
      return alphaU1995([disagreements1995(only(params.code!))])
    case "alpha_u_1995_parts":
      return {
        ...disagreements1995(only(params.code!))!,
        value: alphaU1995([disagreements1995(only(params.code!))]),
      }
    case "alpha_u_1995_all":
      return alphaU1995(codes.map((code) => disagreements1995(only(code))))
    case "u_alpha":
      if (params.any_code) return uAlphaBinary(unitizing(allAlike(continuum), 1))
      return params.code === undefined
        ? refusing(continuum, codes.length, uAlpha)
        : uAlpha(unitizing(only(params.code), 1))
    case "u_alpha_binary":
      return uAlphaBinary(unitizing(allAlike(params.code === undefined ? continuum : only(params.code)), 1))
    case "cu_alpha":
      return refusing(continuum, codes.length, cuAlpha)
    case "cu_alpha_coverage":
      return refusing(continuum, codes.length, cuCoverage)
    case "ku_alpha":
      return refusing(continuum, codes.length, (sums) => kuAlpha(sums, codes.indexOf(params.code!)))
    case "ku_alpha_coverage":
      return refusing(continuum, codes.length, (sums) => kuCoverage(sums, codes.indexOf(params.code!)))
    case "segment_agreement":
      return segments(continuum, codes, params.threshold ?? 0.9)
    default:
      throw new UnknownStatistic(statistic)
  }
}

function unitizing(continuum: Continuum, codes: number) {
  const sums = noUnitizing(codes)
  addContinuum(sums, continuum)
  return sums
}

function refusing(
  continuum: Continuum,
  codes: number,
  figure: (sums: ReturnType<typeof noUnitizing>) => Figure,
): Figure {
  return hasOverlaps(continuum) ? undefinedBecause("overlapping units") : figure(unitizing(continuum, codes))
}

function segments(continuum: Continuum, codes: readonly string[], threshold: number): Recomputed {
  let [agreed, total] = [0, 0]
  const used = new Set<number>()
  matchSegments(continuum, codes.length, [[0, 1]], threshold, (_, unit, isAgreed) => {
    total++
    used.add(continuum.units.code[unit]!)
    if (isAgreed) agreed++
  })
  const { observed, kappa } = segmentAgreement(agreed, total, used.size)
  return { agreed, total, po: observed, bp_kappa: kappa }
}

/** By character: stretches with their length for units, and a code, any code or the set of codes for values. */
function ofCharacters(statistic: string, params: Params, input: any): Recomputed {
  const ofTwo =
    /^(cohen_kappa|percent_agreement|dice|jaccard|pooled_kappa|mean_kappa|scott_pi|bennett_s)/.test(statistic)
  const { continuum, codes } = readSpans(input, params.coders ?? (ofTwo ? [0, 1] : undefined))
  const coded = (code?: string) => stretches(continuum, codes, { ...params, code })
  if (statistic === "pooled_kappa" || statistic === "mean_kappa") {
    const kappas = (params.codes ?? codes).map((code) => cohenKappa(contingencyOf(coded(code))))
    return statistic === "pooled_kappa" ? pooledKappa(kappas) : meanOf(kappas).mean
  }
  const values = coded(params.code)
  if (statistic === "alpha_set") return alphaOfCounts(countsOf(values), { set: distanceOf(params.distance) })
  if (statistic === "dice" || statistic === "jaccard")
    return ofCoded(statistic, { category: true }, judged(values))
  const named = statistic === "alpha" ? "krippendorff_alpha" : statistic
  return ofCoded(named, { weights: params.weights, metric: params.metric }, judged(values))
}

const judged = (coded: Coded): Judged => ({ coded, counts: countsOf(coded) })

function stretches(continuum: Continuum, codes: readonly string[], { code, any_code }: Params): Coded {
  const patterns: Pattern[] = []
  sweep(continuum, codes.length, (from, to, { held, size }) => {
    const values = Array.from(size, (own, coder): Value => {
      const from = coder * codes.length
      const set = Array.from(held.subarray(from, from + own), (at) => codes[at]!)
      if (code !== undefined) return set.includes(code)
      return any_code ? set.length > 0 : set
    })
    patterns.push({ weight: to - from, values })
  })
  return codedFrom(patterns, code !== undefined || any_code ? [true, false] : undefined)
}
