import { asc, eq } from "drizzle-orm"
import type { Member } from "../../core/access"
import type { AgreementSetting } from "../../core/agreement/project/shown"
import type { Approach, ProjectId } from "../../core/model"
import { account, project, recording, retention, source } from "../../db/schema"
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
  /** How long recordings are kept that come from now on; null: nothing is planned. */
  readonly recordingMonths: number | null
  /** Whether figures of agreement are reported; null: as the approach has it. */
  readonly agreement: AgreementSetting | null
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
      recordingMonths: project.recordingMonths,
      agreement: project.agreement,
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
      until: retention.destroyOn,
      destroyedAt: retention.destroyedAt,
      destroyedBy: account.name,
    })
    .from(source)
    .leftJoin(recording, eq(recording.source, source.id))
    .leftJoin(retention, eq(retention.source, source.id))
    .leftJoin(account, eq(account.id, retention.destroyedBy))
    .where(eq(source.project, id))
    .orderBy(asc(source.position), asc(source.id))
  const progress = await progressOf(
    services,
    rows.map((row) => row.id),
  )
  return rows.map(({ recording, until, destroyedAt, destroyedBy, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    hasRecording: recording !== null,
    kept: keptOf({ until, destroyedAt, destroyedBy }),
    ...progress.get(row.id)!,
  }))
}

/** Until when a recording is kept, or when it was destroyed, and by whom; null: by the server, as planned. */
function keptOf(row: {
  readonly until: string | null
  readonly destroyedAt: Date | null
  readonly destroyedBy: string | null
}) {
  const { until, destroyedAt, destroyedBy } = row
  return { until, destroyed: destroyedAt && { at: destroyedAt.toISOString(), by: destroyedBy } }
}
