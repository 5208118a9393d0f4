import { and, asc, count, desc, eq, isNull } from "drizzle-orm"
import type { Approach, MemberId, ProjectId, ProjectRole } from "../../core/model"
import { membership, project, source } from "../../db/schema"
import type { Services } from "../services"

export interface ProjectEntry {
  readonly id: ProjectId
  readonly name: string
  readonly question: string
  readonly approach: Approach
  readonly role: ProjectRole
  readonly sources: number
  readonly createdAt: string
}

/** The projects somebody belongs to, the latest first. */
export async function projectsOf(
  { db }: Pick<Services, "db">,
  account: MemberId,
): Promise<readonly ProjectEntry[]> {
  const rows = await db
    .select({
      id: project.id,
      name: project.name,
      question: project.question,
      approach: project.approach,
      role: membership.role,
      sources: count(source.id),
      createdAt: project.createdAt,
    })
    .from(membership)
    .innerJoin(project, eq(project.id, membership.project))
    .leftJoin(source, eq(source.project, project.id))
    .where(and(eq(membership.account, account), isNull(membership.leftAt)))
    .groupBy(project.id, membership.role)
    .orderBy(desc(project.createdAt), asc(project.id))
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
