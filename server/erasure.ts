import { eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { type Room, roomName } from "../core/access"
import type { MemberId, ProjectId, SourceId } from "../core/model"
import type { Db } from "../db/client"
import { docRoom, docUpdate, erasure, membership, memo, recording, source } from "../db/schema"
import { dropOrigins } from "./commands/guides"
import { sweepUploadFiles } from "./commands/sendRecording"
import { Refusal } from "./refusal"
import type { Services } from "./services"
import { closeCodes } from "./sync/closeCodes"

interface Erased {
  readonly project: ProjectId
  readonly source: SourceId | null
  readonly what: typeof erasure.$inferInsert.what
  readonly by: MemberId | null
  readonly files: readonly string[]
}

/** Writes, in the transaction that erases, that bytes have to go: `finishErasures` sees to it, after a crash too. */
export async function beginErasure(
  tx: Db,
  { ids, clock }: Pick<Services, "ids" | "clock">,
  erased: Erased,
): Promise<void> {
  const row = { ...erased, id: ids.newId(), files: [...erased.files], createdAt: clock() }
  await tx.insert(erasure).values(row)
}

/**
 * Removes the files and scrubs the database for all erasures that were begun. Resolved: nothing of them is on the
 * disk. Refused as `still-on-disk`: some of it is, and what is left is done at the next start, or within the hour.
 */
export async function finishErasures(services: Services): Promise<void> {
  const { db, recordings, clock, log, scrub } = services
  try {
    const begun = await db.select().from(erasure).where(isNull(erasure.finishedAt))
    if (begun.length === 0) return
    for (const key of begun.flatMap(({ files }) => files)) await recordings.remove(key)
    // Those of a project that is no more, and what is left of one that became a recording.
    await sweepUploadFiles(services)
    await scrub()
    const done = begun.map(({ id }) => id)
    await db.update(erasure).set({ finishedAt: clock(), files: [] }).where(inArray(erasure.id, done))
  } catch (error) {
    log.error({ err: error }, "an erasure is not finished; it will be tried again")
    throw new Refusal("still-on-disk")
  }
}

/** The same for who promises nothing about the disk now: what is left is done later. */
export async function tryToFinishErasures(services: Services): Promise<void> {
  await finishErasures(services).catch(() => {})
}

/**
 * Removes the recordings that nothing names: uploads that were cut short, and those whose command never came to its
 * end. For before anybody is let in, since an upload has its file before it has its row.
 */
export async function sweepRecordings({
  db,
  recordings,
}: Pick<Services, "db" | "recordings">): Promise<void> {
  const standing = await db.select({ key: recording.key }).from(recording)
  const going = await db.select({ files: erasure.files }).from(erasure).where(isNull(erasure.finishedAt))
  const named = [...standing.map(({ key }) => key), ...going.flatMap(({ files }) => files)]
  await recordings.keepOnly(new Set(named))
}

/** The documents of a source that are kept in the log or shown, for whoever may ever have had a layer in it. */
async function roomsOf(db: Db, id: SourceId): Promise<Room[]> {
  const people = await db
    .select({ account: membership.account })
    .from(membership)
    .innerJoin(source, eq(source.project, membership.project))
    .where(eq(source.id, id))
  return [
    { kind: "source", source: id },
    { kind: "notes", source: id },
    { kind: "review", source: id },
    { kind: "comments", source: id },
    ...people.map(({ account }) => ({ kind: "layer", source: id, coder: account }) as const),
  ]
}

/** Deletes sources with all that hangs on them, within a transaction; answers what is left to close and remove. */
export async function eraseSources(tx: Db, ids: readonly SourceId[]) {
  if (ids.length === 0) return { rooms: [], files: [] }
  const files = await tx
    .select({ key: recording.key })
    .from(recording)
    .where(inArray(recording.source, [...ids]))
  const of = (await Promise.all(ids.map((id) => roomsOf(tx, id)))).flat().map(roomName)
  const rooms = [...of, ...(await memoRooms(tx, inArray(memo.source, [...ids])))]
  await tx.execute(sql`select set_config('binome.erasing', 'yes', true)`)
  await dropOrigins(tx, ids)
  await tx.delete(source).where(inArray(source.id, [...ids]))
  await eraseLogs(tx, rooms)
  return { rooms, files: files.map(({ key }) => key) }
}

/** The rooms of all memos of which this holds, whoever wrote them. */
export async function memoRooms(tx: Db, holds: SQL): Promise<string[]> {
  const rows = await tx.select({ id: memo.id }).from(memo).where(holds)
  return rows.map(({ id }) => roomName({ kind: "memo", memo: id }))
}

/** Leaves nothing of rooms in the log, now and ever. */
export async function eraseLogs(tx: Db, rooms: readonly string[]): Promise<void> {
  if (rooms.length === 0) return
  await tx.delete(docUpdate).where(inArray(docUpdate.room, [...rooms]))
  // What a socket has just sent may be on its way into the log.
  await tx
    .insert(docRoom)
    .values(rooms.map((room) => ({ room, gone: true })))
    .onConflictDoUpdate({ target: docRoom.room, set: { head: 0, gone: true } })
}

/** Closes rooms that are no more, and keeps nothing of them in memory; who comes back meets nothing. */
export async function forgetRooms({ live }: Pick<Services, "live">, rooms: readonly string[]): Promise<void> {
  for (const room of rooms) await live.forget(room, closeCodes.restart)
}
