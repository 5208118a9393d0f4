import { eq } from "drizzle-orm"
import type { MemberId, SourceId } from "../../core/model"
import { source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, eraseSources, finishErasures, forgetRooms } from "../erasure"
import type { Services } from "../services"
import { demandNamed } from "./demandNamed"
import { holdSource } from "./handIn"

/**
 * Deletes a source with all that hangs on it: transcript, layers, hand-ins, reveals, decisions, recording. For who
 * names its title, so that it is meant. When it resolves no file here holds anything of it; backups are the
 * operator's.
 */
export async function deleteSource(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly title: string },
): Promise<void> {
  const rooms = await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, request.source)
    const [row] = await tx.select({ title: source.title }).from(source).where(eq(source.id, request.source))
    demandNamed("title", row?.title, request.title)
    const { rooms, files } = await eraseSources(tx, [request.source])
    await beginErasure(tx, services, {
      project,
      source: request.source,
      what: "source",
      by: request.by,
      files,
    })
    const action = "source-deleted"
    await note(tx, services, { project, account: request.by, action, subject: request.source })
    return rooms
  })
  services.machine.breakOff(request.source)
  await forgetRooms(services, rooms)
  await finishErasures(services)
}
