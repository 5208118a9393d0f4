import { eq, like } from "drizzle-orm"
import * as Y from "yjs"
import { parseRoom, roomName } from "../core/access"
import type { SourceId } from "../core/model"
import type { Db } from "../db/client"
import { assignment, docRoom } from "../db/schema"
import type { Collector } from "./sync/collector"
import { rewrite } from "./sync/compaction"
import type { DocStore } from "./sync/docStore"
import { isTooHeavy } from "./sync/tooHeavy"

/** The rooms of all layers in a source: those that were ever written, and those of its coders, which may be open. */
export async function layersOf(db: Db, source: SourceId): Promise<string[]> {
  const rooms = await db.select({ room: docRoom.room }).from(docRoom).where(like(docRoom.room, "layer/%"))
  const written = rooms.map(({ room }) => room).filter((room) => isLayerOf(room, source))
  const coders = await db.select().from(assignment).where(eq(assignment.source, source))
  const open = coders.map(({ account: coder }) => roomName({ kind: "layer", source, coder }))
  return [...new Set([...written, ...open])]
}

/**
 * Changes a layer in its log, whatever its coder made of it: one too heavy for anybody to open is emptied, since what is
 * to be erased may stand in it.
 */
export async function rewriteLayer(
  need: { readonly store: DocStore; readonly collector: Collector },
  room: string,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  try {
    const done = await rewrite(need, room, change, "must")
    if (done === "overtaken") throw new Error("a layer cannot be rewritten: overtaken")
  } catch (error) {
    if (!isTooHeavy(error)) throw error
    await need.store.replace(room, await need.store.load(room), {
      data: nothing,
      member: null,
      session: null,
    })
  }
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())

function isLayerOf(name: string, source: SourceId): boolean {
  const room = parseRoom(name)
  return room?.kind === "layer" && room.source === source
}
