import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { type Member, transcribes } from "../core/access"
import type { MemoFacts } from "../core/memos"
import type { MemberId, ProjectId, SourceId } from "../core/model"
import { storable } from "../core/text"
import { assignment, code, disagreement, guide, membership, memo, merge, source } from "../db/schema"
import type { Services } from "./services"
import { isTranscribed } from "./transcribing"

/** The project and source that a path's parameters lead to. */
export interface Location {
  readonly project: ProjectId
  readonly source: SourceId | null
  /** Of the memo that is meant, where one is. */
  readonly memo?: MemoFacts
  memberOf(account: MemberId): Promise<Member | null>
}

/** Null when nothing of the kind exists, or can. Parameters are named for what they identify: project, source, code… */
export async function locate(
  services: Pick<Services, "db">,
  params: Readonly<Record<string, string>>,
): Promise<Location | null> {
  if (Object.values(params).some((value) => value !== storable(value))) return null
  const found = await find(services, params)
  return found && { ...found, memberOf: (account) => memberOf(services, found.project, account) }
}

async function find(
  { db }: Pick<Services, "db">,
  params: Readonly<Record<string, string>>,
): Promise<Omit<Location, "memberOf"> | null> {
  if (params.project !== undefined) return { project: params.project, source: null }
  if (params.source !== undefined) return sourceById(db, params.source)
  if (params.disagreement !== undefined) {
    const [row] = await db
      .select({ source: disagreement.source })
      .from(disagreement)
      .where(eq(disagreement.id, params.disagreement))
    return row ? sourceById(db, row.source) : null
  }
  if (params.code !== undefined) {
    const [row] = await db.select({ project: code.project }).from(code).where(eq(code.id, params.code))
    return row ? { project: row.project, source: null } : null
  }
  if (params.memo !== undefined) {
    const { project, author, sharing } = memo
    const [row] = await db.select({ project, author, sharing }).from(memo).where(eq(memo.id, params.memo))
    return row ? { project: row.project, source: null, memo: row } : null
  }
  if (params.guide !== undefined) {
    const [row] = await db.select({ project: guide.project }).from(guide).where(eq(guide.id, params.guide))
    return row ? { project: row.project, source: null } : null
  }
  if (params.merge !== undefined) {
    const [row] = await db.select({ project: merge.project }).from(merge).where(eq(merge.id, params.merge))
    return row ? { project: row.project, source: null } : null
  }
  return null
}

async function sourceById(db: Services["db"], id: string) {
  const [row] = await db
    .select({ project: source.project, source: source.id })
    .from(source)
    .where(eq(source.id, id))
  return row ?? null
}

/** How a project sees a person; null for strangers and for those who left. */
export async function memberOf(
  { db }: Pick<Services, "db">,
  project: ProjectId,
  account: MemberId,
): Promise<Member | null> {
  const [row] = await db
    .select({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.project, project), eq(membership.account, account), isNull(membership.leftAt)))
  if (!row) return null
  const codes = await db
    .select({ source: assignment.source })
    .from(assignment)
    .innerJoin(source, eq(source.id, assignment.source))
    .where(and(eq(assignment.account, account), eq(source.project, project)))
  const member = { id: account, role: row.role, codes: new Set(codes.map((each) => each.source)) }
  const open = await openToCorrections(db, project)
  const closed = row.role === "observer" ? await closedNotes(db, project) : []
  return {
    ...member,
    corrects: new Set(open.filter((each) => transcribes(member, each))),
    notesClosed: new Set(closed),
  }
}

/** The sources of a project whose live notes are closed. */
async function closedNotes(db: Services["db"], project: ProjectId): Promise<SourceId[]> {
  const rows = await db
    .select({ id: source.id })
    .from(source)
    .where(and(eq(source.project, project), isNotNull(source.notesClosedAt)))
  return rows.map(({ id }) => id)
}

/** The sources of a project whose transcript is being corrected now. */
async function openToCorrections(db: Services["db"], project: ProjectId): Promise<SourceId[]> {
  const rows = await db
    .select({ id: source.id, transcribing: source.transcribing })
    .from(source)
    .where(and(eq(source.project, project), isNotNull(source.transcribing)))
  return rows.filter(isTranscribed).map(({ id }) => id)
}
