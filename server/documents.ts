import type * as Y from "yjs"
import { roomName } from "../core/access"
import type { MemberId, PlacedTurn, SourceId, Speaker, Transcript } from "../core/model"
import { placeTurns, textOf } from "../core/text"
import type { Layer } from "../core/ydoc/layer"
import { readTranscript } from "../core/ydoc/source"
import type { Db } from "../db/client"
import { Refusal } from "./refusal"
import type { Services } from "./services"
import { applyAll } from "./sync/collect"
import { databaseStore } from "./sync/databaseStore"
import { isTooHeavy } from "./sync/tooHeavy"

/** What a transcript says, as its log holds it now. */
export interface Words {
  readonly text: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
}

/** The same with its document, for who places or changes something in it. */
export interface LoadedTranscript extends Words {
  readonly doc: Y.Doc
}

type Needed = Pick<Services, "docs" | "collector">

/** What a transcript says. Refuses one that its writers made too heavy to be opened. */
export async function loadWords({ docs, collector }: Needed, source: SourceId): Promise<Words> {
  const room = roomName({ kind: "source", source })
  const { updates } = await docs.load(room)
  return wordsOf(await unlessTooHeavy(collector.readTranscript(room, updates)))
}

/** The same inside a transaction. */
export function heldWords(tx: Db, { collector }: Pick<Services, "collector">, source: SourceId) {
  return loadWords({ docs: databaseStore(tx), collector }, source)
}

/**
 * A transcript with its document, which is made on the thread that serves everybody: for who needs more than its words.
 * Refuses one that would take it long (S51).
 */
export async function loadTranscript(
  { docs, collector }: Needed,
  source: SourceId,
): Promise<LoadedTranscript> {
  const room = roomName({ kind: "source", source })
  const doc = applyAll(await unlessTooHeavy(collector.lighten(room, await docs.load(room))))
  return { doc, ...wordsOf(readTranscript(doc)) }
}

/** The same inside a transaction, which holds the source: no correction comes into it before that has ended. */
export function heldTranscript(
  tx: Db,
  { collector }: Pick<Services, "collector">,
  source: SourceId,
): Promise<LoadedTranscript> {
  return loadTranscript({ docs: databaseStore(tx), collector }, source)
}

/** A coder's layer as its log holds it now: what is acknowledged, nothing else. */
export async function loadLayer(
  { docs, collector }: Needed,
  source: SourceId,
  coder: MemberId,
): Promise<Layer> {
  const room = roomName({ kind: "layer", source, coder })
  const { updates } = await docs.load(room)
  return unlessTooHeavy(collector.readLayer(room, updates))
}

function wordsOf({ speakers, turns }: Transcript): Words {
  return { text: textOf(turns), speakers, turns: placeTurns(turns) }
}

async function unlessTooHeavy<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening
  } catch (error) {
    throw isTooHeavy(error) ? new Refusal("too-heavy") : error
  }
}
