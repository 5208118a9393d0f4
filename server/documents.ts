import type * as Y from "yjs"
import { roomName } from "../core/access"
import type { MemberId, PlacedTurn, SourceId, Speaker } from "../core/model"
import { placeTurns, textOf } from "../core/text"
import type { Layer } from "../core/ydoc/layer"
import { readTranscript } from "../core/ydoc/source"
import type { Db } from "../db/client"
import type { Services } from "./services"
import { applyAll } from "./sync/collect"
import { databaseStore } from "./sync/databaseStore"

/** A transcript as its log holds it now. */
export interface LoadedTranscript {
  readonly doc: Y.Doc
  readonly text: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
}

export async function loadTranscript(
  { docs }: Pick<Services, "docs">,
  source: SourceId,
): Promise<LoadedTranscript> {
  // Here and not in the collector's thread: whoever asks needs its document. It was written by those who transcribe it.
  const doc = applyAll((await docs.load(roomName({ kind: "source", source }))).updates)
  const { speakers, turns } = readTranscript(doc)
  return { doc, text: textOf(turns), speakers, turns: placeTurns(turns) }
}

/** The same inside a transaction, which holds the source: no correction comes into it before that has ended. */
export function heldTranscript(tx: Db, source: SourceId): Promise<LoadedTranscript> {
  return loadTranscript({ docs: databaseStore(tx) }, source)
}

/** A coder's layer as its log holds it now: what is acknowledged, nothing else. */
export async function loadLayer(
  { docs, collector }: Pick<Services, "docs" | "collector">,
  source: SourceId,
  coder: MemberId,
): Promise<Layer> {
  const { updates } = await docs.load(roomName({ kind: "layer", source, coder }))
  return collector.readLayer(updates)
}
