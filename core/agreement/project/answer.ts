/** What `GET /api/projects/{project}/agreement` answers. */
import type { Approach, CodeId, MemberId, PassageId, ProjectId, SourceId } from "../../model"
import type { Agreement, OverallAgreement } from "../result"
import type { AskedAgreement, Stratum } from "./asked"
import type { DisagreementCounts } from "./disagreements"
import type { Shown } from "./shown"
import type { UnmatchedWords } from "./unmatched"

export type ProjectAgreement = HiddenAgreement | ShownAgreement

interface OfProject extends Shown {
  readonly project: { readonly id: ProjectId; readonly name: string }
  readonly approach: Approach
}

/** The project reports no figures: what its methods section may say of that. */
export interface HiddenAgreement extends OfProject {
  readonly shown: false
  readonly paragraph: InTwoLanguages
}

export interface ShownAgreement extends OfProject {
  readonly shown: true
  /** Every parameter, usual ones filled in. */
  readonly asked: AskedAgreement
  /** Everybody of whom something is revealed, in the order of the sources. */
  readonly coders: readonly { readonly id: MemberId; readonly name: string }[]
  readonly codes: readonly AgreementCode[]
  /** Those with something revealed, whether asked for or not. */
  readonly sources: readonly AgreementSource[]
  /** What the figures call a document: the passages of a source that the same coders did. */
  readonly documents: readonly AgreementDocument[]
  readonly figures: Agreement
  /** The same for each stratum with passages, without intervals where there are several. */
  readonly strata: readonly StratumAgreement[]
  /** Segments that the other does not have at the least overlap: the first of them, and of how many. */
  readonly unmatched: { readonly first: readonly UnmatchedWords[]; readonly of: number }
  readonly methods: InTwoLanguages
  /** How many names of the project's key stand in titles, codes and those words: they would leave with an export. */
  readonly names: number
}

export interface InTwoLanguages {
  readonly fr: string
  readonly en: string
}

/** A code of the codebook, or one used without being in it any more; under the name of today. */
export interface AgreementCode {
  readonly id: CodeId
  readonly name: string
  /** The code above, as parents count here. */
  readonly parent: CodeId | null
  /** False: a category, which groups codes. */
  readonly codable: boolean
  readonly removed: boolean
  /** Used by somebody in what is compared, or above such a code where parents count. */
  readonly compared: boolean
}

export interface AgreementSource {
  readonly id: SourceId
  readonly title: string
  /** Revealed passages that are compared: two coders did them; and those that one coder did. */
  readonly passages: number
  readonly single: number
  readonly coders: readonly MemberId[]
  readonly strata: Readonly<Record<Stratum, number>>
}

export interface AgreementDocument {
  readonly id: string
  readonly source: SourceId
  readonly title: string
  readonly coders: readonly MemberId[]
  /** In the order of the text; where each begins in the document, in characters. */
  readonly passages: readonly { readonly id: PassageId; readonly index: number; readonly from: number }[]
  /** What was no agreement when it was revealed. */
  readonly disagreements: DisagreementCounts
}

export interface StratumAgreement {
  readonly stratum: Stratum
  readonly passages: number
  readonly sources: number
  readonly overall: OverallAgreement
}
