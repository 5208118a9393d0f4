import type { MemberId, PlacedTurn, ProjectId, SourceId, Speaker } from "../../../../../../core/model"
import type { Code } from "../../../../../../core/reading"
import type { FlagView, ReviewMeta, ReviewView } from "../../../../../../core/view"
import type { Names } from "../../../../../_discussion/names"
import type { Narrowed } from "../../../../../_discussion/narrowed"

/** All that the parts of this screen know about the source and its reader. */
export interface Discussing {
  readonly project: ProjectId
  readonly source: SourceId
  readonly me: MemberId
  readonly isCoder: boolean
  readonly isSupervisor: boolean
  /** Whether anything was noted live of it. */
  readonly notes: boolean
  /** Whether participants were sent it to read. */
  readonly memberChecks: boolean
  readonly view: ReviewView
  readonly meta: ReviewMeta
  readonly names: Names
  readonly codes: readonly Code[]
  /** What a link narrowed the list to; null: to nothing. */
  readonly narrowed: Narrowed | null
  /** Whether a disagreement, or what both did alike, is among that. */
  readonly within: (each: Pick<FlagView, "passage" | "units">) => boolean
  /** Shows all again. */
  readonly widen: () => void
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
}
