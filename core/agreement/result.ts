/** The answer of `agreementOf`: plain values that JSON can carry. Figures say why they are undefined where they are. */
import type { KappaError } from "./cohenError"
import type { Coefficient, Figure, Mean } from "./figure"
import type { Interval } from "./interval"
import type { AgreementParameters } from "./parameters"
import type { SegmentAgreement } from "./segments"

/** A figure with what resampling says of it. */
export type Estimate = Coefficient & { readonly interval: Interval }
export type PlainEstimate = Figure & { readonly interval: Interval }

export interface Agreement {
  /** As asked, with the codes that were compared. */
  readonly parameters: AgreementParameters & { readonly codes: readonly string[] }
  readonly resampling: Resampling
  /** Everybody who finished a document that is compared, in order of appearance. */
  readonly coders: readonly string[]
  readonly overall: OverallAgreement
  readonly codes: readonly CodeAgreement[]
  readonly documents: readonly DocumentAgreement[]
  readonly leftOut: readonly {
    readonly document: string
    readonly because: "fewer than two coders" | "no units"
  }[]
  readonly confusion: readonly Confusion[]
  readonly warnings: readonly Warning[]
}

export interface Resampling {
  /** What was drawn; null: nothing was. */
  readonly by: "document" | "passage" | "turn" | null
  readonly clusters: number
  readonly draws: number
  readonly seed: number
  readonly confidence: number
  readonly method: "cluster bootstrap, percentiles (type 7), xorshift128"
}

export interface Pair {
  readonly first: string
  readonly second: string
}

/** One code. */
export interface CodeAgreement {
  readonly code: string
  readonly byCoder: readonly CodeUse[]
  readonly all: MultiAgreement
  readonly pairs: readonly PairAgreement[]
}

export interface CodeUse {
  readonly coder: string
  readonly segments: number
  readonly characters: number
  /** Units it was applied to; characters, where these are judged. */
  readonly units: number
  /** Documents it was used in. */
  readonly documents: number
}

/** All coders together, one code against none; by the chosen unit, but for the u-alphas. */
export interface MultiAgreement {
  readonly units: number
  readonly observed: Figure
  readonly krippendorffAlpha: Estimate
  readonly fleissKappa: Coefficient
  readonly congerKappa: Coefficient
  /** The mean of κ over pairs. */
  readonly lightKappa: Figure
  readonly brennanPrediger: Coefficient
  readonly gwetAc1: Coefficient
  /** Of this code's spans alone: did they mark the same stretches? */
  readonly uAlpha: PlainEstimate
  /** Among codes that exclude each other: told apart from the others, where both have a unit? */
  readonly kuAlpha: Figure & { readonly coverage: Figure }
}

/** Two coders, one code, in documents that both finished; by the chosen unit. */
export interface PairAgreement extends Pair {
  readonly table: {
    readonly both: number
    readonly first: number
    readonly second: number
    readonly neither: number
  }
  /** What both put the code on; words only where all documents say where their words are. */
  readonly inCommon: { readonly characters: number; readonly words: number | null }
  readonly observed: Figure
  readonly cohenKappa: Estimate
  readonly cohenKappaMax: Coefficient
  /** Only where units are judged that stand apart from each other, and there are twenty or more. */
  readonly error: KappaError
  readonly scottPi: Coefficient
  /** S, Brennan & Prediger's κ and PABAK: the same, for one code. */
  readonly bennettS: Coefficient
  readonly gwetAc1: Coefficient
  readonly krippendorffAlpha: Coefficient
  readonly dice: PlainEstimate
  readonly jaccard: Figure
  readonly prevalenceIndex: Figure
  readonly biasIndex: Figure
  readonly segments: SegmentAgreement
  /** Means of κ over documents instead of one κ over all of them. */
  readonly macro: { readonly plain: Mean; readonly byLength: Mean }
}

/** All codes at once. */
export interface OverallAgreement {
  readonly characters: number
  readonly units: number
  /** Sets of codes as values: the one figure for codes that overlap; distance of Dice, and of Jaccard. */
  readonly setAlphaDice: PlainEstimate
  readonly setAlphaJaccard: Figure
  /** 1 − Σ Do ÷ Σ De over codes. */
  readonly pooledAlpha: PlainEstimate
  readonly meanAlpha: Mean
  /** Any code against none. */
  readonly anyCode: { readonly krippendorffAlpha: Figure; readonly uAlphaBinary: PlainEstimate }
  readonly exclusive: ExclusiveAgreement
  readonly pairs: readonly OverallPair[]
}

/** The 2016 family over codes that exclude each other. */
export interface ExclusiveAgreement {
  readonly codes: readonly string[]
  readonly uAlpha: PlainEstimate
  readonly cuAlpha: PlainEstimate & { readonly coverage: Figure }
  /** Places where a coder put two of the codes: while there are any, there is no figure. The first hundred. */
  readonly overlaps: readonly OverlapOf[]
  readonly overlapCount: number
}

export interface OverlapOf {
  readonly document: string
  readonly coder: string
  readonly codes: readonly [string, string]
  readonly start: number
  readonly end: number
}

export interface OverallPair extends Pair {
  readonly documents: number
  readonly units: number
  /** Over codes that one of the two used. */
  readonly pooledKappa: PlainEstimate
  readonly meanKappa: Mean
  /** Holsti: twice the decisions taken alike ÷ all of both. */
  readonly holsti: Figure
  readonly anyCode: { readonly observed: Figure; readonly cohenKappa: Coefficient; readonly dice: Figure }
  readonly segments: SegmentAgreement
  /** By document: is a code there for both or for neither; is it there equally often. */
  readonly existence: SegmentAgreement
  readonly frequency: SegmentAgreement
}

export interface DocumentAgreement {
  readonly document: string
  readonly characters: number
  readonly units: number
  readonly coders: readonly string[]
  readonly setAlphaDice: Figure
  /** Codes that somebody used in it. */
  readonly codes: readonly DocumentCode[]
  readonly along: readonly Bin[]
}

export interface DocumentCode {
  readonly code: string
  /** Segments of each of the document's coders. */
  readonly segments: readonly number[]
  readonly observed: Figure
  readonly krippendorffAlpha: Figure
  readonly pairs: readonly (Pair & {
    readonly both: number
    readonly cohenKappa: Figure
    readonly dice: Figure
  })[]
}

/** A part of a text: twice what was coded alike ÷ all that was coded, over pairs and codes. */
export interface Bin {
  readonly start: number
  readonly end: number
  readonly agreement: Figure
  /** Characters times codings, of both coders of each pair: how much there is to agree on. */
  readonly coded: number
}

/** What the second has where the first has a code, and the other way round; longest first, what they share included. */
export interface Confusion extends Pair {
  readonly cells: readonly ConfusionCell[]
}
export interface ConfusionCell {
  /** Null: none. */
  readonly ofFirst: string | null
  readonly ofSecond: string | null
  readonly characters: number
}

export type Warning =
  | { readonly kind: "coder coded nothing"; readonly document: string; readonly coder: string }
  /** Fewer than five segments by all coders together. */
  | { readonly kind: "rare code"; readonly code: string; readonly segments: number }
  | { readonly kind: "one document only"; readonly code: string; readonly document: string }
  | { readonly kind: "one coder only"; readonly code: string; readonly coder: string }
