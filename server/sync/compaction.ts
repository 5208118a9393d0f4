import type * as Y from "yjs"
import { collect } from "./collect"
import type { DocStore } from "./docStore"

/**
 * `several authors`, `not readable`: left as it was, because its rows say who wrote what, or hold what cannot be
 * carried over. `overtaken`: others rewrote it each time it was tried.
 */
export type Compaction = "done" | "empty" | "several authors" | "not readable" | "overtaken"

/**
 * Makes one update of a room's log, without what was deleted from the document. The same content for whoever loads
 * it, before, during and after; what is appended meanwhile stays. The log of one author keeps its author.
 */
export function compact(store: DocStore, room: string): Promise<Compaction> {
  return rewrite(store, room)
}

/**
 * As `compact`, with a change made to the document first; where several wrote, their names are lost, and what cannot
 * be applied is left out. The words it deletes are nowhere in the log afterwards. Whoever has the room open still has them: close it (`Live.forget`).
 */
export async function rewrite(
  store: DocStore,
  room: string,
  change?: (doc: Y.Doc) => void,
): Promise<Compaction> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await store.load(room)
    const { updates, members } = loaded
    if (updates.length === 0) return "empty"
    if (!change && members.length > 1) return "several authors"
    const { state, refused } = collect(updates, change)
    if (refused > 0 && !change) return "not readable"
    const member = members.length === 1 ? members[0]! : null
    if (await store.replace(room, loaded, { data: state, member, session: null })) return "done"
  }
  return "overtaken"
}

const MOST_TRIES = 5
