import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, ProjectId } from "../../core/model"
import { audit, membership, memo, project, source } from "../../db/schema"
import { note } from "../audit"
import { beginErasure, eraseLogs, eraseSources, finishErasures, forgetRooms, memoRooms } from "../erasure"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { demandNamed } from "./demandNamed"

/**
 * Deletes a project with its sources, codes, members and their history. For who names it, so that it is meant. People
 * keep their accounts. That a project was deleted, by whom and when, stays for the operator; nothing else does.
 */
export async function deleteProject(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly name: string },
): Promise<void> {
  const { rooms, members, sources } = await services.db.transaction(async (tx) => {
    const [held] = await tx.select().from(project).where(eq(project.id, request.project)).for("update")
    if (!held) throw new Refusal("not-found")
    demandNamed("name", held.name, request.name)
    const sources = await tx
      .select({ id: source.id })
      .from(source)
      .where(eq(source.project, held.id))
      .for("update")
    const ids = sources.map(({ id }) => id)
    const memos = await memoRooms(tx, eq(memo.project, held.id))
    const { rooms, files } = await eraseSources(tx, ids)
    await eraseLogs(tx, memos)
    const members = await tx.select().from(membership).where(eq(membership.project, held.id))
    await tx.delete(audit).where(eq(audit.project, held.id))
    await tx.delete(project).where(eq(project.id, held.id))
    await beginErasure(tx, services, {
      project: held.id,
      source: null,
      what: "project",
      by: request.by,
      files,
    })
    await note(tx, services, {
      project: null,
      account: request.by,
      action: "project-deleted",
      subject: held.id,
    })
    return { rooms: [...rooms, ...memos], members, sources: ids }
  })
  const shown = (["codebook", "tree"] as const).map((kind) => roomName({ kind, project: request.project }))
  for (const id of sources) services.machine.breakOff(id)
  await forgetRooms(services, [...rooms, ...shown])
  for (const { account } of members) services.live.closeMember(account)
  await finishErasures(services)
}
