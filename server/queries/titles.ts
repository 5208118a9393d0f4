import { eq } from "drizzle-orm"
import type { MemberId, ProjectId, Side, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { assignment, project, source } from "../../db/schema"

/** What a page's header says of a project. */
export async function projectTitle(db: Db, id: ProjectId): Promise<{ name: string; question: string }> {
  const [row] = await db
    .select({ name: project.name, question: project.question })
    .from(project)
    .where(eq(project.id, id))
  return row ?? { name: "", question: "" }
}

/** What a page's header says of a source, and which side the reader is on there; null when they do not code it. */
export async function sourceTitle(
  db: Db,
  id: SourceId,
  reader: MemberId,
): Promise<{ title: string; side: Side | null }> {
  const [row] = await db.select({ title: source.title }).from(source).where(eq(source.id, id))
  const sides = await db.select().from(assignment).where(eq(assignment.source, id))
  return { title: row?.title ?? "", side: sides.find((each) => each.account === reader)?.side ?? null }
}
