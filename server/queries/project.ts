import { asc, eq } from "drizzle-orm"
import type { Member } from "../../core/access"
import type { Approach, ProjectId } from "../../core/model"
import { project, recording, source } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { membersOf } from "./members"
import { progressOf } from "./progress"

/** A project as its members see it: its people, its sources, and each coder's progress as a count. */
export async function projectFor(services: Pick<Services, "db">, id: ProjectId, member: Member) {
  const { createdAt, ...settings } = await settingsOf(services, id)
  return {
    ...settings,
    createdAt: createdAt.toISOString(),
    role: member.role,
    members: await membersOf(services, id),
    sources: await sourcesOf(services, id),
  }
}

export interface ProjectSettings {
  readonly id: ProjectId
  readonly name: string
  readonly question: string
  readonly approach: Approach
  readonly tolerance: number
  readonly discussBoundaries: boolean
}

/** What a project says of itself, and how strictly it compares. */
export async function projectSettings(
  services: Pick<Services, "db">,
  id: ProjectId,
): Promise<ProjectSettings> {
  const { createdAt: _, ...settings } = await settingsOf(services, id)
  return settings
}

async function settingsOf(services: Pick<Services, "db">, id: ProjectId) {
  const [row] = await services.db
    .select({
      id: project.id,
      name: project.name,
      question: project.question,
      approach: project.approach,
      tolerance: project.tolerance,
      discussBoundaries: project.discussBoundaries,
      createdAt: project.createdAt,
    })
    .from(project)
    .where(eq(project.id, id))
  if (!row) throw new Refusal("not-found")
  return row
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
