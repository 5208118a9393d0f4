import { eq, like } from "drizzle-orm"
import { parseRoom, roomName } from "../core/access"
import type { SourceId } from "../core/model"
import type { Db } from "../db/client"
import { assignment, docRoom } from "../db/schema"

/** The rooms of all layers in a source: those that were ever written, and those of its coders, which may be open. */
export async function layersOf(db: Db, source: SourceId): Promise<string[]> {
  const rooms = await db.select({ room: docRoom.room }).from(docRoom).where(like(docRoom.room, "layer/%"))
  const written = rooms.map(({ room }) => room).filter((room) => isLayerOf(room, source))
  const coders = await db.select().from(assignment).where(eq(assignment.source, source))
  const open = coders.map(({ account: coder }) => roomName({ kind: "layer", source, coder }))
  return [...new Set([...written, ...open])]
}

function isLayerOf(name: string, source: SourceId): boolean {
  const room = parseRoom(name)
  return room?.kind === "layer" && room.source === source
}
