/** What a thread is given to work out a project's agreement, as plain values. */
import type { HiddenAgreement } from "../../core/agreement/project/answer"
import type { AskedAgreement } from "../../core/agreement/project/asked"
import type { RevealedMaterial, RevealedPassage } from "../../core/agreement/project/material"
import type { Problem } from "../../core/agreement/project/query"
import type { AgreementTable } from "../../core/agreement/project/tables"
import type { MemberId, SourceId } from "../../core/model"
import type { Pseudonym } from "../../core/pseudonyms"
import type { Language } from "../exports/words"

export interface AgreementJob {
  readonly material: Omit<RevealedMaterial, "passages"> & { readonly passages: readonly WrittenPassage[] }
  /** Of whom it is said in which source that they had talked about it before: `["source","coder"]`. */
  readonly talked: readonly string[]
  readonly asked: AskedAgreement
  readonly about: AboutProject
  readonly make: Making
}

/** Its row as JSON: it is read where it is needed, away from the thread that serves everybody. */
export interface WrittenPassage extends Omit<RevealedPassage, "row" | "talked"> {
  readonly row: string
}

export interface AboutProject extends Pick<HiddenAgreement, "project" | "approach" | "by"> {
  readonly titles: Readonly<Record<SourceId, string>>
  readonly people: Readonly<Record<MemberId, string>>
  /** The project's key: it is told how many of its names stand in what is named, never which. */
  readonly key: readonly Pseudonym[]
}

export type Making =
  | { readonly is: "json" }
  | { readonly is: "xlsx" }
  | { readonly is: "r" }
  /** Null: all of them. */
  | { readonly is: "csv"; readonly table: AgreementTable | null }
  | { readonly is: "methods"; readonly language: Language }

/** What was asked cannot be made so: it is said what to ask instead. */
export class NotMade extends Error {
  override readonly name = "NotMade"
  constructor(readonly problems: readonly Problem[]) {
    super("not made")
  }
}

export type MakingTold =
  | { readonly is: "ready" }
  | { readonly is: "made"; readonly bytes: Uint8Array }
  | { readonly is: "not made"; readonly problems: readonly Problem[] }
  | { readonly is: "failed"; readonly why: string }
