/** What a thread is given to work out a project's agreement, as plain values. */
import type { HiddenAgreement } from "../../core/agreement/project/answer"
import type { AskedAgreement } from "../../core/agreement/project/asked"
import type { RevealedMaterial, RevealedPassage } from "../../core/agreement/project/material"
import type { MemberId, SourceId } from "../../core/model"

export interface AgreementJob {
  readonly material: Omit<RevealedMaterial, "passages"> & { readonly passages: readonly WrittenPassage[] }
  readonly asked: AskedAgreement
  readonly about: AboutProject
  readonly make: Making
}

/** Its row as JSON: it is read where it is needed, away from the thread that serves everybody. */
export interface WrittenPassage extends Omit<RevealedPassage, "row"> {
  readonly row: string
}

export interface AboutProject extends Pick<HiddenAgreement, "project" | "approach" | "by"> {
  readonly titles: Readonly<Record<SourceId, string>>
  readonly people: Readonly<Record<MemberId, string>>
  /** How many names of the key stand in what is named here. */
  readonly names: number
}

export type Making = { readonly is: "json" }

export type MakingTold =
  | { readonly is: "ready" }
  | { readonly is: "made"; readonly bytes: Uint8Array }
  | { readonly is: "failed"; readonly why: string }
