import type { Approach, MemberId, ProjectId } from "../../core/model"
import { membership, project } from "../../db/schema"
import { note } from "../audit"
import type { Services } from "../services"

export interface NewProject {
  readonly name: string
  readonly question: string
  readonly approach: Approach
}

/** Makes a project; who makes it is its owner. */
export async function createProject(
  services: Services,
  request: NewProject & { readonly by: MemberId },
): Promise<{ id: ProjectId }> {
  const id = services.ids.newId()
  const at = services.clock()
  await services.db.transaction(async (tx) => {
    await tx.insert(project).values({
      id,
      name: request.name,
      question: request.question,
      approach: request.approach,
      createdBy: request.by,
      createdAt: at,
    })
    await tx.insert(membership).values({ project: id, account: request.by, role: "owner", joinedAt: at })
    await note(tx, services, { project: id, account: request.by, action: "project-created", subject: id })
  })
  return { id }
}
