import { eq, like } from "drizzle-orm"
import * as Y from "yjs"
import { parseRoom, roomName } from "../core/access"
import type { SourceId } from "../core/model"
import type { Db } from "../db/client"
import { assignment, docRoom } from "../db/schema"
import { Refusal } from "./refusal"
import type { Cleaning } from "./sync/cleaning"
import type { Collector } from "./sync/collector"
import type { DocStore, StoredRoom } from "./sync/docStore"
import type { Requoting } from "./sync/requoting"
import { isTooHeavy } from "./sync/tooHeavy"

/** The rooms of all layers in a source: those that were ever written, and those of its coders, which may be open. */
export async function layersOf(db: Db, source: SourceId): Promise<string[]> {
  const rooms = await db.select({ room: docRoom.room }).from(docRoom).where(like(docRoom.room, "layer/%"))
  const written = rooms.map(({ room }) => room).filter((room) => isLayerOf(room, source))
  const coders = await db.select().from(assignment).where(eq(assignment.source, source))
  const open = coders.map(({ account: coder }) => roomName({ kind: "layer", source, coder }))
  return [...new Set([...written, ...open])]
}

interface Logs {
  readonly store: DocStore
  readonly collector: Collector
}

/**
 * Those of some layers that their coders made too heavy for anybody to open: what is to be erased may stand in them, and
 * cannot be taken out. To be asked outside of any transaction.
 */
export async function heavyLayers(
  { store, collector }: Logs,
  rooms: readonly string[],
): Promise<Set<string>> {
  const heavy = new Set<string>()
  for (const room of rooms) if (await collector.isTooHeavy(room, await store.load(room))) heavy.add(room)
  return heavy
}

/** Takes what is erased out of a layer's log, unread by anybody here. Refuses one that takes too long. */
export function requoteLayer({ store, collector }: Logs, room: string, how: Requoting): Promise<void> {
  return replaceLayer(store, room, async ({ updates }) => {
    try {
      return await collector.requote(updates, how)
    } catch (error) {
      throw isTooHeavy(error) ? new Refusal("too-heavy") : error
    }
  })
}

/** Leaves nothing of a layer in its log. */
export function emptyLayer(store: DocStore, room: string): Promise<void> {
  return replaceLayer(store, room, async () => nothing)
}

/** The same for what several write together. Refuses one that takes too long. */
export function cleanTogether({ store, collector }: Logs, room: string, how: Cleaning): Promise<void> {
  return replaceLayer(store, room, async ({ updates }) => {
    try {
      return await collector.cleanTogether(updates, how)
    } catch (error) {
      throw isTooHeavy(error) ? new Refusal("too-heavy") : error
    }
  })
}

async function replaceLayer(
  store: DocStore,
  room: string,
  make: (loaded: StoredRoom) => Promise<Uint8Array>,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await store.load(room)
    if (loaded.updates.length === 0) return
    const data = await make(loaded)
    const member = loaded.members.length === 1 ? loaded.members[0]! : null
    if (await store.replace(room, loaded, { data, member, session: null })) return
  }
  throw new Error("a layer cannot be rewritten: overtaken")
}

const MOST_TRIES = 5
const nothing = Y.encodeStateAsUpdate(new Y.Doc())

function isLayerOf(name: string, source: SourceId): boolean {
  const room = parseRoom(name)
  return room?.kind === "layer" && room.source === source
}
