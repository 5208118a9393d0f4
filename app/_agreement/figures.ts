/** Every figure that is shown, in the order one reads them, and what of its value is said in a sentence. */
import type { Figure } from "../../core/agreement/figure"
import type { Interval } from "../../core/agreement/interval"
import type { CodeAgreement, OverallAgreement } from "../../core/agreement/result"
import { type ChosenPair, pairsOf } from "./needOfTalk"
import { outOfHundred } from "./outOfHundred"

/**
 * How a value is said. share: so many of a hundred. way: so much of the way from chance to perfect agreement. apart: so
 * many disagreements where chance would make a hundred. The two indices have sentences of their own.
 */
type Family = "share" | "way" | "apart" | "prevalence" | "bias"

export const families = {
  jaccard: "share",
  dice: "share",
  observed: "share",
  cohenKappa: "way",
  cohenKappaMax: "share",
  krippendorffAlpha: "apart",
  uAlpha: "apart",
  kuAlpha: "apart",
  segments: "share",
  scottPi: "way",
  bennettS: "way",
  gwetAc1: "way",
  fleissKappa: "way",
  congerKappa: "way",
  lightKappa: "way",
  kappaBySource: "way",
  prevalenceIndex: "prevalence",
  biasIndex: "bias",
  setAlphaDice: "apart",
  setAlphaJaccard: "apart",
  anyUAlpha: "apart",
  cuAlpha: "apart",
  exclusiveUAlpha: "apart",
  pooledKappa: "way",
  pooledAlpha: "apart",
  meanKappa: "way",
  meanAlpha: "apart",
  anyObserved: "share",
  anyDice: "share",
  anyKappa: "way",
  holsti: "share",
  allSegments: "share",
  existence: "share",
  frequency: "share",
} as const satisfies Record<string, Family>

export type FigureId = keyof typeof families

export interface ShownFigure {
  readonly id: FigureId
  readonly figure: Figure
  /** Null: none is computed for this figure. */
  readonly interval: Interval | null
  /** How much of what was coded enters it, where that is not all. */
  readonly coverage?: Figure
  /** How many figures entered a mean, of how many. */
  readonly entered?: { readonly defined: number; readonly of: number }
}

export interface Said {
  readonly how: "usual" | "below chance"
  readonly n: number
}

/** The number in a figure's sentence. */
export function said(id: FigureId, value: number): Said {
  switch (families[id]) {
    case "apart":
      return { how: "usual", n: outOfHundred(1 - value) }
    case "way":
      return value < 0 ? { how: "below chance", n: 0 } : { how: "usual", n: outOfHundred(value) }
    case "prevalence":
      return { how: "usual", n: outOfHundred((1 + value) / 2) }
    case "bias":
      return { how: "usual", n: outOfHundred(Math.abs(value)) }
    default:
      return { how: "usual", n: outOfHundred(value) }
  }
}

const one = (id: FigureId, figure: Figure & { readonly interval?: Interval }): ShownFigure => ({
  id,
  figure,
  interval: figure.interval ?? null,
})

/** Of one code: those of a pair where one is chosen or there is no other, and those of all coders together. */
export function figuresOfCode({ all, pairs }: CodeAgreement, chosen: ChosenPair): ShownFigure[] {
  const [pair, ...others] = pairsOf(pairs, chosen)
  const ofPair =
    pair === undefined || others.length > 0
      ? []
      : [
          one("jaccard", pair.jaccard),
          one("dice", pair.dice),
          one("observed", pair.observed),
          one("cohenKappa", pair.cohenKappa),
          one("cohenKappaMax", pair.cohenKappaMax),
        ]
  const chance =
    pair === undefined || others.length > 0
      ? [
          one("observed", all.observed),
          one("lightKappa", all.lightKappa),
          one("fleissKappa", all.fleissKappa),
          one("congerKappa", all.congerKappa),
          one("bennettS", all.brennanPrediger),
          one("gwetAc1", all.gwetAc1),
        ]
      : [
          one("segments", pair.segments.observed),
          one("scottPi", pair.scottPi),
          one("bennettS", pair.bennettS),
          one("gwetAc1", pair.gwetAc1),
          { ...one("kappaBySource", pair.macro.plain.mean), entered: pair.macro.plain },
          one("prevalenceIndex", pair.prevalenceIndex),
          one("biasIndex", pair.biasIndex),
        ]
  return [
    ...ofPair,
    one("krippendorffAlpha", all.krippendorffAlpha),
    one("uAlpha", all.uAlpha),
    { ...one("kuAlpha", all.kuAlpha), coverage: all.kuAlpha.coverage },
    ...chance,
  ]
}

/** Of all codes at once. */
export function figuresOfAll(overall: OverallAgreement, chosen: ChosenPair): ShownFigure[] {
  const [pair, ...others] = pairsOf(overall.pairs, chosen)
  const { cuAlpha, uAlpha } = overall.exclusive
  return [
    one("setAlphaDice", overall.setAlphaDice),
    one("anyUAlpha", overall.anyCode.uAlphaBinary),
    { ...one("cuAlpha", cuAlpha), coverage: cuAlpha.coverage },
    ...(pair === undefined || others.length > 0
      ? []
      : [
          one("pooledKappa", pair.pooledKappa),
          one("anyDice", pair.anyCode.dice),
          one("holsti", pair.holsti),
          one("anyObserved", pair.anyCode.observed),
          one("anyKappa", pair.anyCode.cohenKappa),
          { ...one("meanKappa", pair.meanKappa.mean), entered: pair.meanKappa },
          one("allSegments", pair.segments.observed),
          one("existence", pair.existence.observed),
          one("frequency", pair.frequency.observed),
        ]),
    one("pooledAlpha", overall.pooledAlpha),
    { ...one("meanAlpha", overall.meanAlpha.mean), entered: overall.meanAlpha },
    one("setAlphaJaccard", overall.setAlphaJaccard),
    one("exclusiveUAlpha", uAlpha),
  ]
}
