import type { Piece } from "../../core/erasing"
import type { MemberId, ProjectId, SourceId, Span } from "../../core/model"
import type { Db } from "../../db/client"
import type { LoadedTranscript } from "../documents"
import type { Collector } from "../sync/collector"
import type { DocStore } from "../sync/docStore"
import type { Clean } from "../writtenTexts"

export interface EraseRequest {
  readonly source: SourceId
  readonly by: MemberId
  /** Places in the transcript, with the words that were seen there. */
  readonly spans: readonly (Span & { readonly words: string })[]
  /**
   * A word or name: erased besides wherever `places` says, and unseen and untold in all that is its writer's own or
   * not revealed. Null: the spans alone.
   */
  readonly words: string | null
  /** Keys of places outside the transcript (`whereWords`). */
  readonly places: readonly string[]
  readonly mark: string
}

/** An erasure under way, in its transaction. */
export interface Erasing extends EraseRequest {
  readonly tx: Db
  readonly store: DocStore
  readonly collector: Collector
  readonly project: ProjectId
  readonly before: LoadedTranscript
  readonly pieces: readonly Piece[]
  readonly clean: Clean
}
