/**
 * The values of a comparison: what was handed in, what was revealed, what was said about it. Types only, so that
 * the engine, the commands that store these values and the screens that show them name one thing one way.
 */
import type {
  Blindness,
  Clip,
  CodeId,
  CodingId,
  Id,
  MemberId,
  PassageId,
  ProjectId,
  Side,
  SourceId,
  Span,
} from "./model"

/** `member/coding/passage`: the part of a coding that lies in one passage (D1). */
export type UnitId = Id<"unit">
export type GroupId = Id<"group">
export type ProposalId = Id<"proposal">

// ------------------------------------------------------------------ handing in

/** A coding as handed in: cut to its passage, in words of the passage, with the words it covers. */
export interface HandedCoding {
  readonly id: CodingId
  readonly code: CodeId
  /** In words of the passage, from 0. */
  readonly words: Span
  /** In characters of the transcript; cut to the passage. */
  readonly text: Span
  readonly quote: string
  /** Crosses only when its author ticked it (B16). */
  readonly memo: string | null
}

/** A new code, still its coder's alone until a coding that uses it is revealed. */
export interface SuggestedCode {
  readonly id: CodeId
  readonly name: string
  readonly definition: string | null
}

/** What a coder had already seen of this source when handing in; figures are given in strata of it. */
export interface Exposure {
  /** Passages of this source whose comparison existed, was opened, was talked about. Counts, never names. */
  readonly revealed: number
  readonly opened: number
  readonly discussed: number
  readonly codebookRevision: number
}

export interface HandedIn {
  readonly coder: MemberId
  readonly side: Side
  readonly revision: number
  readonly codings: readonly HandedCoding[]
  readonly suggested: readonly SuggestedCode[]
  readonly seen: Exposure
  /** ISO 8601, from the server. */
  readonly at: string
}

// ------------------------------------------------------------------ comparing

/** A coding's part in the passage under comparison; `from`/`to` in words of the passage. */
export interface Unit extends Span {
  readonly id: UnitId
  readonly coding: CodingId
  readonly code: CodeId
  readonly coder: MemberId
  readonly side: Side
}

export type DisagreementKind = "code" | "boundary" | "omission"

/** Codings that belong together: what both did alike, or one disagreement. */
export interface Group {
  /** Derived from its units (D2): comparing again finds the same group. May be a segment of a path as it is. */
  readonly id: GroupId
  readonly kind: "agreed" | DisagreementKind
  /** A's units before B's, each in the order of the text. Never empty. */
  readonly units: readonly UnitId[]
  /** Of a boundary, the units of other groups it overlaps with the same code: shown beside it, settled elsewhere (D7). */
  readonly beside: readonly UnitId[]
}

/** Written once when a passage is revealed, never changed (B-rules; figures read it). */
export interface Reveal {
  readonly passage: PassageId
  readonly round: number
  readonly policy: Blindness
  /** True while nothing weakened the blindness of this source before. */
  readonly independent: boolean
  readonly text: string
  /** Where the passage stands in the transcript. */
  readonly span: Span
  readonly transcriptVersion: number
  readonly tolerance: number
  readonly codebookRevision: number
  /** A before B; one where one coder was assigned. */
  readonly handIns: readonly HandedIn[]
  readonly groups: readonly Group[]
  readonly at: string
  /** How its text was divided before words of it were erased; what figures count from then on (S63). */
  readonly measure?: Measure
}

/** A text as numbers, in characters: `[from, to]` of what follows each other. */
export interface Measure {
  readonly length: number
  /** Each with the marks that belong to it (C9). */
  readonly words: readonly (readonly [number, number])[]
  readonly turns: readonly (readonly [number, number])[]
  readonly sentences: readonly (readonly [number, number])[]
}

// ------------------------------------------------------------------ talking it over

/**
 * What it should come to. `reading` = that side's codings stand alone (for an omission: `reading` of the side that
 * coded keeps it, of the other side drops it); `other` = these codes on these words of the passage.
 */
export type Verdict =
  | { readonly kind: "reading"; readonly of: Side }
  | { readonly kind: "both" }
  | { readonly kind: "neither" }
  | {
      readonly kind: "same-idea"
      readonly by: "merging" | "relating"
      readonly from: CodeId
      readonly into: CodeId
    }
  | { readonly kind: "other"; readonly codes: readonly CodeId[]; readonly words: Span }
  | { readonly kind: "parked"; readonly until: string }

export interface Proposal {
  readonly id: ProposalId
  readonly revision: number
  readonly by: MemberId
  readonly verdict: Verdict
  readonly reason: string
  /** Agreed aloud, entered by one, to be countersigned by the other. */
  readonly oral: boolean
  readonly at: string
}

export type Resolution = {
  readonly id: Id<"resolution">
  readonly verdict: Verdict
  readonly reason: string
  readonly at: string
} & (
  | { readonly how: "consensus"; readonly proposal: ProposalId; readonly by: readonly MemberId[] }
  | { readonly how: "adjudication"; readonly by: readonly MemberId[]; readonly notedBy: MemberId | null }
)

export interface Referral {
  readonly by: MemberId
  readonly reason: string
  readonly at: string
}

export interface Listening {
  readonly by: MemberId
  readonly together: boolean
  readonly clip: Clip
  readonly heardMs: number
  readonly at: string
}

/** Where a disagreement stands. `settled` = nothing was decided about it, but a merge or the tolerance removed it. */
export type Standing =
  | { readonly is: "open"; readonly listenedBy: readonly MemberId[]; readonly listenedTogether: boolean }
  | { readonly is: "proposed"; readonly proposal: Proposal }
  | { readonly is: "parked"; readonly until: string; readonly resolution: Resolution }
  | { readonly is: "referred"; readonly referral: Referral }
  | { readonly is: "resolved"; readonly resolution: Resolution }
  | {
      readonly is: "settled"
      readonly by: "merge" | "relation" | "tolerance"
      readonly merge: MergeRow | null
    }

// ------------------------------------------------------------------ codebook

export interface Code {
  readonly id: CodeId
  readonly name: string
  readonly parent: CodeId | null
  /** False for a category: it groups codes and is not applied to text. */
  readonly codable: boolean
  readonly definition: string
  readonly useWhen: string
  readonly doNotUseWhen: string
  readonly example: string
  readonly colour: string | null
  /** Sorts among siblings; ties by name, then id. */
  readonly order: number
  /** Whose new code it was and in which source it was first revealed; both null for one made in the codebook. */
  readonly origin: { readonly member: MemberId | null; readonly source: SourceId | null }
  readonly removed: boolean
}

export interface MergeRow {
  readonly id: Id<"merge">
  readonly project: ProjectId
  readonly how: "merging" | "relating"
  readonly from: CodeId
  readonly into: CodeId
  readonly by: MemberId
  readonly at: string
  readonly undone: boolean
}

/** A coding made on text already revealed: round 2, 3…, with the other coder's assent or not yet. */
export interface LaterReading {
  readonly id: CodingId
  readonly passage: PassageId
  readonly round: number
  readonly by: MemberId
  readonly code: CodeId
  readonly words: Span
  readonly text: Span
  readonly quote: string
  readonly memo: string | null
  readonly at: string
  readonly assent: { readonly by: MemberId; readonly at: string } | null
}
