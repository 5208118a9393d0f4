import type { MemberId, Passage, PassageId, ProjectRole, Side, SourceId } from "../../../../../../core/model"

export type PassageState = "open" | "handed-in" | "revealed"

/** A passage with the moment of the recording at which it begins, where that is known. */
export interface DeskPassage extends Passage {
  readonly startMs: number | null
}

export interface OwnState {
  /** Counts one's hand-ins and take-backs. */
  readonly revision: number
  readonly state: PassageState
}

/** A source as `GET /api/sources/:id` answers it to one of its coders. */
export interface DeskSource {
  readonly source: {
    readonly id: SourceId
    readonly project: string
    readonly title: string
    readonly blindness: "passage" | "source" | "open"
    readonly independent: boolean
    readonly context: { readonly who: string; readonly where: string; readonly how: string }
    readonly codingOpened: boolean
    /** Whether anything was noted live of it; left out by what was kept on a device before that was asked. */
    readonly notes?: boolean
    /** Whether participants were sent it to read; left out likewise. */
    readonly memberChecks?: boolean
    /** Its words are being corrected: coding waits. */
    readonly transcribing: boolean
  }
  readonly role: ProjectRole
  readonly passages: readonly DeskPassage[]
  readonly coders: readonly { readonly id: MemberId; readonly name: string; readonly side: Side }[]
  readonly recording: { readonly durationMs: number | null } | null
  /** Left out by what was kept on a device before there were programs. */
  readonly machine?: { readonly state: string | null }
  readonly mine: Readonly<Record<PassageId, OwnState>> | null
  readonly progress: Readonly<Record<MemberId, { readonly done: number; readonly of: number }>>
}
