/** What the database says after a kill, and whether it agrees with itself. */
import { sql } from "drizzle-orm"
import type { Blindness } from "../../core/model"
import type { Reveal } from "../../core/reading"
import { deriveReveal, dueForReveal } from "../../core/review"
import { type Db, rowsOf } from "../../db/client"
import { assignment, disagreement, handIn, passage, reveal, source } from "../../db/schema"

export interface RowsFound {
  /** Sentences; none when all agrees. */
  readonly wrong: readonly string[]
  /** All that is revealed, as text: what may have been sent to the other. */
  readonly revealed: string
}

export async function readRows(db: Db): Promise<RowsFound> {
  const reveals = (await db.select().from(reveal)).map(({ row }) => row)
  const wrong = [
    ...(await wrongReveals(db, reveals)),
    ...(await wrongDue(db, reveals)),
    ...(await wrongDisagreements(db, reveals)),
    ...(await wrongLogs(db)),
  ]
  return { wrong, revealed: JSON.stringify(reveals) }
}

/** A reveal is what deriving it again from the hand-ins that stand gives. */
async function wrongReveals(db: Db, reveals: readonly Reveal[]): Promise<string[]> {
  const rows = await db.select().from(handIn)
  return reveals.flatMap((row) => {
    const handIns = row.handIns.map((each) => {
      const kept = rows.find(
        (one) => one.passage === row.passage && one.account === each.coder && one.withdrawnAt === null,
      )
      return { ...each, codings: kept?.codings ?? [], suggested: kept?.suggested ?? [] }
    }) as unknown as Parameters<typeof deriveReveal>[0]["handIns"]
    const again = deriveReveal({
      ...row,
      passage: { id: row.passage, ...row.span },
      handIns,
      codebook: { revision: row.codebookRevision, merges: [] },
    })
    return same(again, row) ? [] : [`the reveal of ${row.passage} is not what its hand-ins give`]
  })
}

/** Nothing that is due is missing: a hand-in and its reveal are one transaction. */
async function wrongDue(db: Db, reveals: readonly Reveal[]): Promise<string[]> {
  const [places, coders, standing, sources] = [
    await db.select().from(passage),
    await db.select().from(assignment),
    await db.select().from(handIn),
    await db.select().from(source),
  ]
  return sources.flatMap(({ id, blindness }) => {
    const due = dueForReveal({
      policy: blindness as Blindness,
      passages: places
        .filter((place) => place.source === id)
        .map((place) => ({
          id: place.id,
          coders: coders.filter((each) => each.source === id).map((each) => each.account),
          revealed: reveals.some((row) => row.passage === place.id),
        })),
      standing: standing
        .filter((row) => row.withdrawnAt === null)
        .map((row) => ({ passage: row.passage, coder: row.account })),
    })
    return due.map((place) => `${place} is complete and not revealed`)
  })
}

async function wrongDisagreements(db: Db, reveals: readonly Reveal[]): Promise<string[]> {
  const kept = (await db.select({ id: disagreement.id }).from(disagreement)).map(({ id }) => id).sort()
  const derived = reveals.flatMap(({ groups }) => groups.map(({ id }) => id)).sort()
  return same(kept, derived) ? [] : ["the disagreements kept are not those of the reveals"]
}

/** Numbers of a log run to its head without a gap, from its first row on. */
async function wrongLogs(db: Db): Promise<string[]> {
  const logs = await rowsOf<{ room: string }>(
    db,
    sql`select room from doc_room left join doc_update using (room) group by room, head
        having coalesce(max(seq), 0) <> head or count(seq) <> coalesce(max(seq) - min(seq) + 1, 0)`,
  )
  return logs.map(({ room }) => `the log of ${room} has a gap`)
}

/** Key order and `undefined` aside, as JSON columns are. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
}
