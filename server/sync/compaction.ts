import type * as Y from "yjs"
import { type Collected, collect } from "./collect"
import type { Collector } from "./collector"
import type { DocStore, StoredRoom } from "./docStore"

/**
 * `several authors`, `not readable`: left as it was, because its rows say who wrote what, or hold what cannot be
 * carried over. `overtaken`: others have rewritten it meanwhile.
 */
export type Compaction = "done" | "empty" | "several authors" | "not readable" | "overtaken"

/**
 * Puts what was collected from a room's log in the place of what it was collected from: one update, without what was
 * deleted from the document. The same content for whoever loads it, before, during and after; what is appended
 * meanwhile stays. The log of one author keeps its author.
 */
export async function compact(
  store: DocStore,
  room: string,
  loaded: StoredRoom,
  { state, refused }: Collected,
): Promise<Compaction> {
  if (loaded.updates.length === 0) return "empty"
  if (loaded.members.length > 1) return "several authors"
  if (refused > 0) return "not readable"
  const entry = { data: state, member: loaded.members[0]!, session: null }
  return (await store.replace(room, loaded, entry)) ? "done" : "overtaken"
}

/**
 * Makes one update of a room's log, with a change made to the document first. The words it deletes are nowhere in the
 * log afterwards; where several wrote, neither are their names, and what cannot be applied is left out. `overtaken`
 * where others rewrote it each time it was tried. Whoever has the room open still has the words: close it
 * (`Live.forget`). Rejects with `TooHeavy`, and leaves as it is, what would take long: see `Collector.lighten`.
 */
export async function rewrite(
  { store, collector }: { readonly store: DocStore; readonly collector: Collector },
  room: string,
  change: (doc: Y.Doc) => void,
): Promise<"done" | "empty" | "overtaken"> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await store.load(room)
    const { updates, members } = loaded
    if (updates.length === 0) return "empty"
    const { state } = collect(await collector.lighten(room, loaded), change)
    const member = members.length === 1 ? members[0]! : null
    if (await store.replace(room, loaded, { data: state, member, session: null })) return "done"
  }
  return "overtaken"
}

const MOST_TRIES = 5
