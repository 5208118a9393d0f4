import * as Y from "yjs"
import { roomName } from "../core/access"
import type { MemberId, PlacedTurn, SourceId, Speaker } from "../core/model"
import { placeTurns, textOf } from "../core/text"
import { type Layer, readLayer } from "../core/ydoc/layer"
import { readTranscript } from "../core/ydoc/source"
import type { Services } from "./services"

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
  const doc = await loadDoc(docs, roomName({ kind: "source", source }))
  const { speakers, turns } = readTranscript(doc)
  return { doc, text: textOf(turns), speakers, turns: placeTurns(turns) }
}

/** A coder's layer as its log holds it now: what is acknowledged, nothing else. */
export async function loadLayer(
  { docs }: Pick<Services, "docs">,
  source: SourceId,
  coder: MemberId,
): Promise<Layer> {
  const doc = await loadDoc(docs, roomName({ kind: "layer", source, coder }))
  try {
    return readLayer(doc)
  } finally {
    doc.destroy()
  }
}

async function loadDoc(docs: Services["docs"], room: string): Promise<Y.Doc> {
  const { updates } = await docs.load(room)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update)
      } catch {
        // The room drops such an update too: one bent entry must not hide the rest of somebody's work.
      }
    }
  })
  return doc
}
