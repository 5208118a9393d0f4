import { and, desc, eq, inArray, or, sql } from "drizzle-orm"
import { roomName } from "../../core/access"
import { excerptOf, type MemoId, type MemoKind, type Sharing } from "../../core/memos"
import type { MemberId, ProjectId } from "../../core/model"
import { type Db, rowsOf } from "../../db/client"
import { account, memo } from "../../db/schema"
import { loadMemo } from "../documents"
import type { Services } from "../services"

/** A memo as a list shows it. */
export interface MemoEntry {
  readonly id: MemoId
  readonly kind: MemoKind
  readonly title: string
  readonly sharing: Sharing
  readonly author: { readonly id: MemberId; readonly name: string }
  readonly source: string | null
  readonly code: string | null
  readonly createdAt: string
  /** Of what is written in it, or said of it. */
  readonly changedAt: string
  /** How it begins, or where the words stand that were looked for. */
  readonly excerpt: string
}

/** One with all that is written in it. */
export interface WrittenMemo extends Omit<MemoEntry, "excerpt"> {
  readonly text: string
}

type Needed = Pick<Services, "db" | "docs" | "collector" | "memoTexts">

/** The memos of a project that a member may read: what is shared, and their own; those alone that hold some words. */
export async function memosFor(
  services: Needed,
  project: ProjectId,
  reader: MemberId,
  words = "",
): Promise<MemoEntry[]> {
  const written = await writtenMemos(services, project, reader)
  return written.flatMap(({ text, ...entry }) => {
    const excerpt = excerptOf(text, words)
    const isTitled = excerptOf(entry.title, words) !== null
    return excerpt === null && !isTitled ? [] : [{ ...entry, excerpt: excerpt ?? excerptOf(text) ?? "" }]
  })
}

/** The same with their texts, the latest first; `reader` null: those that are shared. */
export async function writtenMemos(
  services: Needed,
  project: ProjectId,
  reader: MemberId | null,
): Promise<WrittenMemo[]> {
  const { db } = services
  const shared = eq(memo.sharing, "shared")
  const rows = await db
    .select({ memo, name: account.name })
    .from(memo)
    .leftJoin(account, eq(account.id, memo.author))
    .where(and(eq(memo.project, project), reader === null ? shared : or(shared, eq(memo.author, reader))))
    .orderBy(desc(memo.createdAt), memo.id)
  const logs = await logsOf(
    db,
    rows.map((row) => row.memo.id),
  )
  const all: WrittenMemo[] = []
  for (const { memo, name } of rows) {
    const log = logs.get(memo.id)
    all.push({
      id: memo.id,
      kind: memo.kind,
      title: memo.title,
      sharing: memo.sharing,
      author: { id: memo.author, name: name ?? "" },
      source: memo.source,
      code: memo.code,
      createdAt: memo.createdAt.toISOString(),
      changedAt: new Date(Math.max(memo.changedAt.getTime(), log?.at ?? 0)).toISOString(),
      text: log ? await textOf(services, memo.id, log.version) : "",
    })
  }
  return all
}

interface Log {
  readonly version: string
  readonly at: number
}

/** How far the logs of memos have come, and when; nothing of one that was never written in. */
async function logsOf(db: Db, ids: readonly MemoId[]): Promise<Map<MemoId, Log>> {
  if (ids.length === 0) return new Map()
  const idOf = new Map(ids.map((id) => [roomName({ kind: "memo", memo: id }), id]))
  const rows = await rowsOf<{ room: string; version: string; at: string }>(
    db,
    sql`select r.room, r.rewrites || '.' || r.head as version, max(u.at)::text as at
      from doc_room r join doc_update u on u.room = r.room
      where r.room = any(${sql.param([...idOf.keys()])}::text[]) group by r.room, r.rewrites, r.head`,
  )
  return new Map(
    rows.map(({ room, version, at }) => [idOf.get(room)!, { version, at: new Date(at).getTime() }]),
  )
}

/** Read once for each version of it. */
async function textOf(services: Needed, id: MemoId, version: string): Promise<string> {
  const held = services.memoTexts.find(id, version) as { readonly text: string } | undefined
  if (held) return held.text
  const text = (await loadMemo(services, id)) ?? ""
  services.memoTexts.keep(id, version, { text }, text.length * 2)
  return text
}

/** The ids of a project's memos, by who may read them. */
export async function memosBySharing(db: Db, project: ProjectId) {
  const { id, title, sharing } = memo
  return db.select({ id, title, sharing }).from(memo).where(eq(memo.project, project)).orderBy(id)
}

/** The titles of shared ones, for whoever reads of them elsewhere. */
export async function sharedTitles(db: Db, ids: readonly string[]) {
  return db
    .select({ id: memo.id, name: memo.title })
    .from(memo)
    .where(and(inArray(memo.id, [...ids]), eq(memo.sharing, "shared")))
}
