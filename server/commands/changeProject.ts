import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, ProjectId } from "../../core/model"
import { project, source } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"
import type { NewProject } from "./createProject"

export interface ProjectChange extends Partial<NewProject> {
  readonly tolerance?: number
  readonly discussBoundaries?: boolean
  readonly recordingMonths?: number | null
}

/**
 * Changes what a project says of itself, and how strictly it compares from now on. What was revealed keeps the
 * tolerance it was revealed with.
 */
export async function changeProject(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly change: ProjectChange },
): Promise<void> {
  if (Object.keys(request.change).length === 0) return
  const sources = await services.db.transaction(async (tx) => {
    await tx.update(project).set(request.change).where(eq(project.id, request.project))
    await note(tx, services, {
      project: request.project,
      account: request.by,
      action: "project-changed",
      subject: request.project,
    })
    return tx.select({ id: source.id }).from(source).where(eq(source.project, request.project))
  })
  for (const { id } of sources) await services.live.refresh(roomName({ kind: "review", source: id }))
  await services.live.refresh(roomName({ kind: "tree", project: request.project }))
}
