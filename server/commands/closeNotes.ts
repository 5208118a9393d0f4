import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, SourceId } from "../../core/model"
import { source } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"
import { holdSource } from "./handIn"

/**
 * Closes the live notes of a source to those who only observe, or opens them again (F17). What was acknowledged before is
 * in them; what an observer's device still holds waits there until they are open.
 */
export async function closeNotes(
  services: Services,
  {
    source: id,
    by,
    isClosed,
  }: { readonly source: SourceId; readonly by: MemberId; readonly isClosed: boolean },
): Promise<void> {
  const isChanged = await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, id)
    const [now] = await tx.select({ closedAt: source.notesClosedAt }).from(source).where(eq(source.id, id))
    if ((now!.closedAt !== null) === isClosed) return false
    const notesClosedAt = isClosed ? services.clock() : null
    await tx.update(source).set({ notesClosedAt }).where(eq(source.id, id))
    const action = isClosed ? "notes-closed" : "notes-reopened"
    await note(tx, services, { project, account: by, action, subject: id })
    return true
  })
  // Everybody knocks again, and is told anew whether they may write.
  if (isChanged) await services.live.settle(roomName({ kind: "notes", source: id }))
}
