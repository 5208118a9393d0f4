/** What has been revealed of a project, as figures read it: rows that never change, and what was decided since. */
import type { CodeId, MemberId, PassageId, SourceId } from "../../model"
import type { Code, GroupId, MergeRow, Resolution, Reveal } from "../../reading"

export interface RevealedMaterial {
  readonly tolerance: number
  /** In the order of the project, those of a source in the order of its text. */
  readonly passages: readonly RevealedPassage[]
  readonly codes: readonly Pick<Code, "id" | "name" | "parent" | "codable" | "order" | "removed">[]
  readonly merges: readonly DatedMerge[]
  /** Decisions that stand, by disagreement; only where negotiated figures are asked for. */
  readonly decided: Readonly<Record<GroupId, Resolution>>
}

export interface RevealedPassage {
  readonly source: SourceId
  readonly passage: PassageId
  readonly index: number
  readonly row: Reveal
  /** Whether one of its coders says that they had talked about this coding before the first reveal. */
  readonly talked: boolean
}

export interface DatedMerge extends MergeRow {
  readonly undoneAt: string | null
}

/** A code on a run of words of a passage, by one coder. */
export interface PassageCoding {
  readonly coder: MemberId
  readonly code: CodeId
  readonly from: number
  readonly to: number
}
