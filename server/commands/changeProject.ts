import { eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import { type AgreementSetting, shownIn } from "../../core/agreement/project/shown"
import type { MemberId, ProjectId } from "../../core/model"
import { project, source } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"
import type { NewProject } from "./createProject"

export interface ProjectChange extends Partial<NewProject> {
  readonly tolerance?: number
  readonly discussBoundaries?: boolean
  readonly recordingMonths?: number | null
  /** Whether figures of agreement are reported; null: as the approach has it. */
  readonly agreement?: AgreementSetting | null
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
    const was = await isReported()
    await tx.update(project).set(request.change).where(eq(project.id, request.project))
    const is = await isReported()
    const about = { project: request.project, account: request.by, subject: request.project }
    // Figures that appear or vanish are said by name: readers of a thesis may ask when that was.
    if (was !== is)
      await note(tx, services, { ...about, action: is ? "agreement-shown" : "agreement-hidden" })
    if (Object.keys(request.change).some((field) => field !== "agreement") || was === is)
      await note(tx, services, { ...about, action: "project-changed" })
    return tx.select({ id: source.id }).from(source).where(eq(source.project, request.project))

    async function isReported(): Promise<boolean | null> {
      const [row] = await tx.select().from(project).where(eq(project.id, request.project))
      return row ? shownIn(row.approach, row.agreement).shown : null
    }
  })
  for (const { id } of sources) await services.live.refresh(roomName({ kind: "review", source: id }))
  await services.live.refresh(roomName({ kind: "tree", project: request.project }))
}
