import { asc, eq } from "drizzle-orm"
import type { Member } from "../../core/access"
import type { ProjectId } from "../../core/model"
import { project, recording, source } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { membersOf } from "./members"
import { progressOf } from "./progress"

/** A project as its members see it: its people, its sources, and each coder's progress as a count. */
export async function projectFor(services: Pick<Services, "db">, id: ProjectId, member: Member) {
  const [row] = await services.db.select().from(project).where(eq(project.id, id))
  if (!row) throw new Refusal("not-found")
  return {
    id,
    name: row.name,
    question: row.question,
    approach: row.approach,
    tolerance: row.tolerance,
    discussBoundaries: row.discussBoundaries,
    createdAt: row.createdAt.toISOString(),
    role: member.role,
    members: await membersOf(services, id),
    sources: await sourcesOf(services, id),
  }
}

async function sourcesOf(services: Pick<Services, "db">, id: ProjectId) {
  const rows = await services.db
    .select({
      id: source.id,
      title: source.title,
      kind: source.kind,
      blindness: source.blindness,
      createdAt: source.createdAt,
      recording: recording.key,
      durationMs: recording.durationMs,
    })
    .from(source)
    .leftJoin(recording, eq(recording.source, source.id))
    .where(eq(source.project, id))
    .orderBy(asc(source.position), asc(source.id))
  const progress = await progressOf(
    services,
    rows.map((row) => row.id),
  )
  return rows.map(({ recording, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    hasRecording: recording !== null,
    ...progress.get(row.id)!,
  }))
}
