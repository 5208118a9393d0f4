import { asc, eq } from "drizzle-orm"
import type { Member } from "../../core/access"
import type { MemberId, PassageId, SourceId } from "../../core/model"
import type { Db } from "../../db/client"
import { correction, reveal, source } from "../../db/schema"
import { type CorrectionState, stateOf } from "../commands/correct"
import { peopleOf } from "./revealed"

/** One correction as one member may see it. */
export interface CorrectionView {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly state: CorrectionState
  readonly mine: boolean
  /** Null while that would tell one coder of another (B15). */
  readonly by: { readonly id: MemberId; readonly name: string } | null
  readonly at: string | null
}

/**
 * What was corrected in a transcript, first to last. A coder who is blind sees their own, and of the others only what
 * is in the transcript, unsigned, undated and in the order of the alphabet (B15).
 */
export async function correctionsFor(db: Db, id: SourceId, member: Member): Promise<CorrectionView[]> {
  const [held] = await db
    .select({ blindness: source.blindness, project: source.project })
    .from(source)
    .where(eq(source.id, id))
  if (!held) return []
  const rows = await db
    .select()
    .from(correction)
    .where(eq(correction.source, id))
    .orderBy(asc(correction.createdAt), asc(correction.id))
  const shown = await db.select({ passage: reveal.passage }).from(reveal).where(eq(reveal.source, id))
  const revealed = new Set<PassageId>(shown.map(({ passage }) => passage))
  const names = new Map((await peopleOf(db, held.project, null)).map(({ id: who, name }) => [who, name]))
  const isSealed = (row: (typeof rows)[number]) =>
    member.codes.has(id) &&
    held.blindness !== "open" &&
    row.account !== member.id &&
    !revealed.has(row.passage)
  const signed = rows
    .filter((row) => !isSealed(row))
    .map((row) => ({
      ...plain(row, member),
      by: { id: row.account, name: names.get(row.account) ?? "" },
      at: row.createdAt.toISOString(),
    }))
  const unsigned = rows
    .filter((row) => isSealed(row) && row.version !== null)
    .map((row) => ({ ...plain(row, member), by: null, at: null }))
    .sort((one, other) => one.before.localeCompare(other.before) || (one.id < other.id ? -1 : 1))
  return [...signed, ...unsigned]
}

function plain(row: typeof correction.$inferSelect, member: Member) {
  const { id, before, after, account } = row
  return { id, before, after, state: stateOf(row), mine: account === member.id }
}
