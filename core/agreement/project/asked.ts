/** What can be asked of a project's agreement; the answer repeats it whole. */
import type { MemberId, SourceId } from "../../model"
import type { UnitKind } from "../documents"
import type { Applies } from "../onUnits"
import type { AgreementParameters } from "../parameters"

/**
 * `independent`: what each handed in, under the codes as they stood at the reveal. `harmonised`: the same, codes merged
 * since counting as one: post hoc. `negotiated`: what stands after decisions, for both.
 */
export const variants = ["independent", "harmonised", "negotiated"] as const
export type Variant = (typeof variants)[number]

/**
 * What the two had seen of a source's comparison when they handed a passage in. `none`: there was nothing to see.
 * `revealed`: something, and neither had opened it. `opened`: one had opened or talked about it, or says so.
 * `weakened`: blindness had been given up.
 */
export const strata = ["none", "revealed", "opened", "weakened"] as const
export type Stratum = (typeof strata)[number]

export interface AskedAgreement {
  readonly variant: Variant
  readonly stratum: Stratum | "all"
  /** Null: all with something revealed. */
  readonly sources: readonly SourceId[] | null
  /** Two coders alone; null: everybody. */
  readonly pair: readonly [MemberId, MemberId] | null
  readonly unit: UnitKind
  readonly applies: Applies
  /** Codes to compare; null: all that occur. */
  readonly codes: readonly string[] | null
  readonly exclude: readonly string[]
  /** Codes that exclude each other; null: all that are compared. */
  readonly exclusive: readonly string[] | null
  /** Whether a code counts what codes below it were put on. */
  readonly parents: boolean
  readonly overlap: number
  readonly bins: number
  readonly draws: number
  readonly seed: number
  readonly cluster: AgreementParameters["cluster"]
  readonly confidence: number
}

export const usualAsked: AskedAgreement = {
  variant: "independent",
  stratum: "all",
  sources: null,
  pair: null,
  unit: "character",
  applies: { by: "one character" },
  codes: null,
  exclude: [],
  exclusive: null,
  parents: false,
  overlap: 0.9,
  bins: 40,
  draws: 2000,
  seed: 1,
  cluster: "auto",
  confidence: 0.95,
}
