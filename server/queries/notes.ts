import { and, eq, gt } from "drizzle-orm"
import { accessTo, type Member, roomName } from "../../core/access"
import type { FieldNotes } from "../../core/fieldNotes"
import type { SourceId } from "../../core/model"
import { docRoom } from "../../db/schema"
import type { Services } from "../services"

/** Whether anything was noted live of a source, for whoever may read that. */
export async function hasNotes(
  { db }: Pick<Services, "db">,
  source: SourceId,
  member: Member,
): Promise<boolean> {
  const place = { kind: "notes", source } as const
  if (accessTo(place, member) === "none") return false
  const written = and(eq(docRoom.room, roomName(place)), gt(docRoom.head, 0))
  return (await db.select({ head: docRoom.head }).from(docRoom).where(written)).length > 0
}

/** What was noted live of a source, as its log holds it now. */
export async function notesOf(
  { docs, collector }: Pick<Services, "docs" | "collector">,
  source: SourceId,
): Promise<FieldNotes> {
  const room = roomName({ kind: "notes", source })
  return collector.readFieldNotes(room, await docs.load(room))
}
