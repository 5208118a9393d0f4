/** What other tools compute of the same codings, and which figure here answers it. */

import type { UnitKind } from "../../core/agreement/documents"
import type { Figure } from "../../core/agreement/figure"
import { undefinedBecause } from "../../core/agreement/figure"
import type { Agreement, CodeAgreement, OverallPair, PairAgreement } from "../../core/agreement/result"
import type { FigureId } from "./figures"
import { isPair } from "./needOfTalk"

interface Asked {
  readonly agreement: Agreement
  readonly code: CodeAgreement
  readonly pair: { readonly first: string; readonly second: string }
}

interface Known extends Asked {
  readonly ofCode: PairAgreement
  readonly overall: OverallPair
}

interface Row {
  /** Its words: `tools.<tool>.<row>`. */
  readonly row: string
  /** Null: none of our figures is it, and the words say which comes near. */
  readonly ours: FigureId | null
  /** Null: not with what is chosen; the words beside it say with what. */
  readonly value: (known: Known) => Figure | null
}

/** Units that a tool judges by; the figures answer it only where the same is chosen here. */
export const unitOf = {
  nvivo: "character",
  maxqda: null,
  atlas: "character",
  dedoose: "passage",
  r: "turn",
} as const satisfies Record<string, UnitKind | null>

export type Tool = keyof typeof unitOf
export const tools = Object.keys(unitOf) as Tool[]

const rows = {
  nvivo: [
    { row: "percent", ours: "observed", value: ({ ofCode }) => ofCode.observed },
    { row: "kappa", ours: "cohenKappa", value: ({ ofCode }) => ofCode.cohenKappa },
    { row: "average", ours: "kappaBySource", value: kappaBySourceWithOnes },
  ],
  maxqda: [
    { row: "existence", ours: "existence", value: ({ overall }) => overall.existence.observed },
    { row: "existenceKappa", ours: "bennettS", value: ({ overall }) => overall.existence.kappa },
    { row: "frequency", ours: "frequency", value: ({ overall }) => overall.frequency.observed },
    { row: "frequencyKappa", ours: "bennettS", value: ({ overall }) => overall.frequency.kappa },
    { row: "segments", ours: "allSegments", value: ({ overall }) => overall.segments.observed },
    { row: "segmentsKappa", ours: "bennettS", value: ({ overall }) => overall.segments.kappa },
  ],
  atlas: [
    { row: "percent", ours: "anyObserved", value: ({ overall }) => overall.anyCode.observed },
    { row: "holsti", ours: "holsti", value: ({ overall }) => overall.holsti },
    {
      row: "binary",
      ours: "anyUAlpha",
      value: ({ agreement }) => agreement.overall.anyCode.uAlphaBinary,
    },
    { row: "cu", ours: "cuAlpha", value: ({ agreement }) => agreement.overall.exclusive.cuAlpha },
    { row: "domains", ours: "cuAlpha", value: ({ agreement }) => ofDomains(agreement) },
  ],
  dedoose: [
    { row: "kappa", ours: "cohenKappa", value: ({ ofCode }) => ofCode.cohenKappa },
    { row: "pooled", ours: "pooledKappa", value: ({ overall }) => overall.pooledKappa },
  ],
  r: [
    { row: "kappa", ours: "cohenKappa", value: ({ ofCode }) => ofCode.cohenKappa },
    { row: "alpha", ours: "krippendorffAlpha", value: ({ code }) => code.all.krippendorffAlpha },
    { row: "fleiss", ours: "fleissKappa", value: ({ code }) => code.all.fleissKappa },
    { row: "ac1", ours: "gwetAc1", value: ({ code }) => code.all.gwetAc1 },
    { row: "percent", ours: "observed", value: ({ code }) => code.all.observed },
  ],
} as const satisfies Record<Tool, readonly Row[]>

export type ToolRow = { [T in Tool]: `${T}.${(typeof rows)[T][number]["row"]}` }[Tool]

export interface Counterpart {
  readonly row: ToolRow
  readonly ours: FigureId
  readonly figure: Figure | null
}

/** What a tool would say of a code and a pair, by our count. */
export function counterparts(tool: Tool, asked: Asked): Counterpart[] {
  const ofCode = asked.code.pairs.find((each) => isPair(each, asked.pair))
  const overall = asked.agreement.overall.pairs.find((each) => isPair(each, asked.pair))
  if (!ofCode || !overall) return []
  return rows[tool].map(({ row, ours, value }) => ({
    row: `${tool}.${row}` as ToolRow,
    ours,
    figure: value({ ...asked, ofCode, overall }),
  }))
}

/**
 * The mean of κ over sources as one gets it from NVivo's list: it prints 1 where neither coder used the code, and those
 * lines are averaged with the others.
 */
function kappaBySourceWithOnes({ agreement, code, pair }: Known): Figure {
  const kappas = agreement.documents
    .filter(({ coders }) => coders.includes(pair.first) && coders.includes(pair.second))
    .map(({ codes }) => {
      const here = codes.find((each) => each.code === code.code)
      const kappa = here?.pairs.find((each) => isPair(each, pair))?.cohenKappa
      return kappa?.value ?? 1
    })
  if (kappas.length === 0) return undefinedBecause("no units")
  return { value: kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length }
}

/** Only where codes were counted as what stands above them do they stand for a domain. */
function ofDomains({ parameters, overall }: Agreement): Figure | null {
  return parameters.childrenCount ? overall.exclusive.cuAlpha : null
}
