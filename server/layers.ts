import { like } from "drizzle-orm"
import { parseRoom } from "../core/access"
import type { SourceId } from "../core/model"
import type { Db } from "../db/client"
import { docRoom } from "../db/schema"

/** The rooms of all layers that were ever written in a source. */
export async function layersOf(db: Db, source: SourceId): Promise<string[]> {
  const rooms = await db.select({ room: docRoom.room }).from(docRoom).where(like(docRoom.room, "layer/%"))
  return rooms.map(({ room }) => room).filter((room) => isLayerOf(room, source))
}

function isLayerOf(name: string, source: SourceId): boolean {
  const room = parseRoom(name)
  return room?.kind === "layer" && room.source === source
}
