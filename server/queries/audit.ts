import { inArray, type SQL, sql } from "drizzle-orm"
import { type AuditKind, kindOfAction, readActions, type ShownAction } from "../../core/audit"
import type { MemberId, ProjectId } from "../../core/model"
import { type Db, rowsOf } from "../../db/client"
import { account, code, disagreement, laterReading, source } from "../../db/schema"
import type { Services } from "../services"
import { sharedTitles } from "./memos"
import { lettersOf } from "./participants"

/** Something done in a project: by whom, when, to what. Never what was said or coded. */
export interface AuditEntry {
  readonly id: string
  readonly at: string
  /** Null where the server did it by itself. */
  readonly by: { readonly id: MemberId; readonly name: string } | null
  readonly action: ShownAction
  readonly kind: AuditKind
  /** The name it has now of what it was done to; null where that is gone, or has no name. */
  readonly about: string | null
}

export interface AuditFilter {
  readonly by?: MemberId
  readonly kind?: AuditKind
  /** Where the page before ended. */
  readonly after?: string
  readonly limit?: number
}

interface Row {
  readonly id: string
  readonly at: string
  readonly account: string | null
  readonly action: ShownAction
  readonly subject: string
}

/** Who did what in a project, the latest first, and where the next page begins; null where this one is the last. */
export async function auditOf(
  { db }: Pick<Services, "db">,
  project: ProjectId,
  { by, kind, after, limit = 50 }: AuditFilter = {},
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const wanted = [...readActions, "hand-in", "take-back", "revealed"].filter(
    (action) => kind === undefined || kindOfAction(action as ShownAction) === kind,
  )
  const conditions = [
    sql`action = any(${sql.param(wanted)}::text[])`,
    ...(by === undefined ? [] : [sql`account = ${by}`]),
    ...placeAfter(after),
  ]
  const rows = await rowsOf<Row>(
    db,
    sql`select id, at::text, account, action, subject from (${shown(project)}) as shown
      where ${sql.join(conditions, sql` and `)} order by shown.at desc, id desc limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: await named(db, page),
    next: rows.length > limit && last ? `${new Date(last.at).toISOString()}~${last.id}` : null,
  }
}

/**
 * What was noted and may be read, and what is read off revealed passages alone: who completed them, who took them
 * back. Of passages that are not revealed nothing is here, so pages do not even tell by their length (B9).
 */
function shown(project: ProjectId): SQL {
  const revealed = sql`
    from hand_in h join source s on s.id = h.source and s.project = ${project}
    where exists (select 1 from reveal r where r.passage = h.passage)`
  const moment = (column: SQL) => sql`date_trunc('milliseconds', ${column})`
  return sql`
    select id, ${moment(sql`created_at`)} as at, account, action, subject from audit
      where project = ${project} and action = any(${sql.param(readActions)}::text[])
    union all
    select h.id, ${moment(sql`h.created_at`)}, h.account, 'hand-in', h.source ${revealed}
    union all
    select h.id || '-', ${moment(sql`h.withdrawn_at`)}, h.account, 'take-back', h.source ${revealed}
      and h.withdrawn_at is not null
    union all
    select r.passage || '-' || r.round, ${moment(sql`r.created_at`)}, null, 'revealed', r.source
      from reveal r join source s on s.id = r.source and s.project = ${project}`
}

/** Later rows may come while pages are turned: a page begins after a row, not after a count. */
function placeAfter(after: string | undefined): SQL[] {
  const [, at, id] = /^([1-9]\d{3}-[\dT:.-]{18}Z)~(.{1,300})$/.exec(after ?? "") ?? []
  const moment = new Date(at ?? Number.NaN)
  // Read, and written anew: of days that no month has JavaScript makes some, the database none.
  return Number.isNaN(moment.getTime())
    ? []
    : [sql`(shown.at, id) < (${moment.toISOString()}::timestamptz, ${id})`]
}

async function named(db: Db, rows: readonly Row[]): Promise<AuditEntry[]> {
  const subjects = [...new Set(rows.map((row) => row.subject))]
  const accounts = [...new Set([...subjects, ...rows.flatMap((row) => row.account ?? [])])]
  if (rows.length === 0) return []
  const names = new Map(
    [
      await db
        .select({ id: account.id, name: account.name })
        .from(account)
        .where(inArray(account.id, accounts)),
      await db.select({ id: source.id, name: source.title }).from(source).where(inArray(source.id, subjects)),
      await db.select({ id: code.id, name: code.name }).from(code).where(inArray(code.id, subjects)),
      await lettersOf(db, subjects),
      await sharedTitles(db, subjects),
      await ofSource(db, disagreement, subjects),
      await ofSource(db, laterReading, subjects),
    ].flatMap((found) => found.map(({ id, name }) => [id, name] as const)),
  )
  return rows.map(({ id, at, account, action, subject }) => ({
    id,
    at: new Date(at).toISOString(),
    by: account === null ? null : { id: account, name: names.get(account) ?? "" },
    action,
    kind: kindOfAction(action),
    about: names.get(subject) ?? null,
  }))
}

/** A disagreement has no name: it is told by the source it lies in. */
function ofSource(db: Db, table: typeof disagreement | typeof laterReading, ids: readonly string[]) {
  return db
    .select({ id: table.id, name: source.title })
    .from(table)
    .innerJoin(source, sql`${source.id} = ${table.source}`)
    .where(inArray(table.id, [...ids]))
}
