/**
 * What the projections hold: revealed material as rooms show it. Written by the server alone, as JSON values in
 * Y.Maps; the names of the maps are the keys of `ReviewView`, `CodebookView` and `TreeView`.
 */
import type {
  Blindness,
  Clip,
  CodeId,
  CodingId,
  MemberId,
  PassageId,
  ProjectRole,
  Side,
  SourceId,
  Span,
} from "./model"
import type {
  Code,
  DisagreementKind,
  GroupId,
  LaterReading,
  Listening,
  MergeRow,
  Proposal,
  Referral,
  Resolution,
  Standing,
  UnitId,
} from "./reading"
import type { CodeCounts } from "./tree"
import type { Outcome } from "./verdict"

export interface Person {
  readonly id: MemberId
  readonly name: string
  readonly role: ProjectRole
  readonly side: Side | null
}

export interface ReviewMeta {
  readonly source: SourceId
  readonly policy: Blindness
  readonly independent: boolean
  readonly tolerance: number
  /** Whether different cuttings count among the things to discuss. */
  readonly discussBoundaries: boolean
  readonly passageCount: number
  readonly hasRecording: boolean
}

/** How many passages someone has completed: the one thing that crosses while blind (B9). */
export interface ProgressView {
  readonly done: number
  readonly of: number
}

export interface RevealedPassage {
  readonly id: PassageId
  readonly index: number
  readonly span: Span
  readonly round: number
  readonly at: string
  readonly coders: readonly MemberId[]
  readonly independent: boolean
}

export interface RevealedCoding {
  readonly unit: UnitId
  readonly id: CodingId
  readonly passage: PassageId
  readonly coder: MemberId
  readonly side: Side
  readonly code: CodeId
  readonly text: Span
  readonly words: Span
  readonly quote: string
  readonly memo: string | null
  /** Null where one coder was assigned, or where an open source shows a hand-in not yet compared. */
  readonly group: GroupId | null
}

export interface AgreementView {
  readonly id: GroupId
  readonly passage: PassageId
  readonly units: readonly UnitId[]
  readonly text: Span
}

/** Something that was said or done about a disagreement, for its history. */
export type HistoryEvent = { readonly at: string; readonly by: readonly MemberId[] } & (
  | { readonly what: "handed-in" | "flagged" }
  | { readonly what: "listened"; readonly together: boolean; readonly heardMs: number }
  | { readonly what: "not-listened"; readonly reason: string }
  | { readonly what: "proposed"; readonly proposal: Proposal }
  | { readonly what: "withdrew"; readonly proposal: Proposal }
  | { readonly what: "referred"; readonly referral: Referral }
  | { readonly what: "decided"; readonly resolution: Resolution }
  | { readonly what: "undid"; readonly resolution: Resolution }
)

export interface FlagView {
  readonly id: GroupId
  readonly passage: PassageId
  /** What it amounts to today, and what it was at the reveal. */
  readonly kind: DisagreementKind
  readonly kindAtReveal: DisagreementKind
  /** One of the two codes is the other's ancestor. */
  readonly level: boolean
  readonly codes: readonly CodeId[]
  readonly units: readonly UnitId[]
  readonly beside: readonly UnitId[]
  readonly text: Span
  readonly words: Span
  readonly quote: string
  /** Null where nothing can be listened to. */
  readonly clip: Clip | null
  readonly standing: Standing
  /** What an answer to it must name. */
  readonly revision: number
  readonly listenings: readonly Listening[]
  readonly outcome: readonly Outcome[]
  readonly history: readonly HistoryEvent[]
}

/** Room `review/<source>`. */
export interface ReviewView {
  /** One entry, `meta`. */
  readonly meta: Readonly<Record<string, ReviewMeta>>
  readonly people: Readonly<Record<MemberId, Person>>
  readonly progress: Readonly<Record<MemberId, ProgressView>>
  readonly passages: Readonly<Record<PassageId, RevealedPassage>>
  readonly codings: Readonly<Record<UnitId, RevealedCoding>>
  readonly agreements: Readonly<Record<GroupId, AgreementView>>
  readonly flags: Readonly<Record<GroupId, FlagView>>
  readonly laterReadings: Readonly<Record<CodingId, LaterReading>>
  /** Names of new codes in hand-ins that an open source shows before they are compared. */
  readonly suggested: Readonly<Record<CodeId, string>>
  /** Who has answered whether they had talked about this coding before; the answers themselves. */
  readonly declarations: Readonly<Record<MemberId, boolean>>
}

/** Room `codebook/<project>`. */
export interface CodebookView {
  readonly codes: Readonly<Record<CodeId, Code>>
  readonly merges: Readonly<Record<string, MergeRow>>
  /** One entry, `revision`. */
  readonly meta: Readonly<Record<string, number>>
}

/** Room `tree/<project>`. */
export interface TreeView {
  readonly counts: Readonly<Record<CodeId, CodeCounts>>
  readonly people: Readonly<Record<MemberId, Person>>
  readonly sources: Readonly<Record<SourceId, { readonly title: string; readonly position: number }>>
}
