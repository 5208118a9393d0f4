import * as Y from "yjs"
import { roomName } from "../core/access"
import type { MemoId } from "../core/memos"
import type { MemberId, PlacedTurn, SourceId, Speaker, Transcript } from "../core/model"
import { placeTurns, textOf } from "../core/text"
import type { Layer } from "../core/ydoc/layer"
import { MEMO_FIELD } from "../core/ydoc/richText"
import { readTranscript } from "../core/ydoc/source"
import type { KeptWordTimes } from "../core/ydoc/wordTimes"
import type { Db } from "../db/client"
import { Refusal } from "./refusal"
import type { Services } from "./services"
import { applyAll } from "./sync/collect"
import type { Collector } from "./sync/collector"
import { databaseStore } from "./sync/databaseStore"
import { type StoredRoom, versionOf } from "./sync/docStore"
import type { HeardTranscript } from "./sync/readHeard"
import { isTooHeavy } from "./sync/tooHeavy"

interface Said {
  readonly text: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly PlacedTurn[]
}

/** What a transcript says, as its log holds it now; and when, where that was asked and is known. */
export type Words = Said & Pick<HeardTranscript, "heard"> & Pick<StoredRoom, "rewrites">

/** The same with its document, for who places or changes something in it. */
export interface LoadedTranscript extends Said {
  readonly doc: Y.Doc
}

type Needed = Pick<Services, "docs" | "collector">

/** What a transcript says. Refuses one that its writers made too heavy to be opened. */
export async function loadWords(
  { docs, collector }: Needed,
  source: SourceId,
  times: KeptWordTimes | null = null,
): Promise<Words> {
  const room = roomName({ kind: "source", source })
  const loaded = await docs.load(room)
  const { heard, ...said } = await unlessTooHeavy(collector.readTranscript(room, loaded, times))
  return { heard, rewrites: loaded.rewrites, ...saidIn(said) }
}

/**
 * Looks at a transcript before a command holds its source: while that waits for what reads it, everybody waits. Refuses
 * one that no command could open.
 */
export async function lightenTranscript({ docs, collector }: Needed, source: SourceId): Promise<void> {
  const room = roomName({ kind: "source", source })
  await unlessTooHeavy(collector.lighten(room, await docs.load(room)))
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
  return openTranscript(collector, room, await docs.load(room))
}

async function openTranscript(collector: Collector, room: string, loaded: StoredRoom) {
  const doc = applyAll(await unlessTooHeavy(collector.lighten(room, loaded)))
  return { doc, ...saidIn(readTranscript(doc)) }
}

/** The same inside a transaction, which holds the source: no correction comes into it before that has ended. */
export function heldTranscript(
  tx: Db,
  { collector }: Pick<Services, "collector">,
  source: SourceId,
): Promise<LoadedTranscript> {
  return loadTranscript({ docs: databaseStore(tx), collector }, source)
}

/**
 * The same for who only reads: nothing is changed in it, and it is not destroyed. Opened once for all who ask for the same
 * words, so that nobody's asking costs the others more than that. To be asked before the transaction has written any.
 */
export async function heldToRead(
  tx: Db,
  { collector, heldDocs }: Pick<Services, "collector" | "heldDocs">,
  source: SourceId,
): Promise<LoadedTranscript> {
  const room = roomName({ kind: "source", source })
  const loaded = await databaseStore(tx).load(room)
  const version = versionOf(loaded)
  const held = heldDocs.find(room, version) as LoadedTranscript | undefined
  // Pages have a Yjs of their own, which reads no document of another.
  if (held?.doc instanceof Y.Doc) return held
  const opened = await openTranscript(collector, room, loaded)
  heldDocs.keep(
    room,
    version,
    opened,
    loaded.updates.reduce((sum, { length }) => sum + length, 0),
  )
  return opened
}

/** A coder's layer as its log holds it now: what is acknowledged, nothing else. */
export async function loadLayer(
  { docs, collector }: Needed,
  source: SourceId,
  coder: MemberId,
): Promise<Layer> {
  const room = roomName({ kind: "layer", source, coder })
  return unlessTooHeavy(collector.readLayer(room, await docs.load(room)))
}

/**
 * What a memo says, as its log holds it now; null where its writers made it too heavy to be opened.
 */
export async function loadMemo({ docs, collector }: Needed, memo: MemoId): Promise<string | null> {
  const room = roomName({ kind: "memo", memo })
  try {
    return await collector.readRichText(room, await docs.load(room), MEMO_FIELD)
  } catch (error) {
    if (isTooHeavy(error)) return null
    throw error
  }
}

function saidIn({ speakers, turns }: Transcript): Said {
  return { text: textOf(turns), speakers, turns: placeTurns(turns) }
}

async function unlessTooHeavy<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening
  } catch (error) {
    throw isTooHeavy(error) ? new Refusal("too-heavy") : error
  }
}
