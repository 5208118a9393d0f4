import { sql } from "drizzle-orm"
import { type Db, rowsOf } from "../../db/client"
import type { DocStore, LoadedUpTo, LogEntry, StoredRoom } from "./docStore"
import { groupCommit } from "./groupCommit"

interface Append {
  readonly room: string
  readonly entries: readonly LogEntry[]
}

/**
 * The log in the database. All that is appended, to whichever room, while a statement runs goes into the next one:
 * many writers cost one commit. `demandRoom` throws while the disk has no room for more.
 */
export function databaseStore(db: Db, demandRoom: () => void = () => {}): DocStore {
  const append = groupCommit((appends: readonly Append[]) => appendAll(db, appends))
  return {
    load: (room) => load(db, room),
    append: async (room, entries) => {
      if (entries.length === 0) throw new RangeError("an append must hold an update")
      demandRoom()
      const last = await append({ room, entries })
      if (last === null) throw new Error("the room was erased")
      return last
    },
    replace: (room, loaded, entry) => replace(db, room, loaded, entry),
  }
}

async function load(db: Db, room: string): Promise<StoredRoom> {
  // What stands of the room first: what is appended or rewritten in between is then noticed, never skipped.
  const [row] = await rowsOf<{ head: string; rewrites: number }>(
    db,
    sql`select head, rewrites from doc_room where room = ${room}`,
  )
  const rows = await rowsOf<{ seq: string; member: string | null; hex: string }>(
    db,
    sql`select seq, member, encode(data, 'hex') as hex from doc_update where room = ${room} order by seq`,
  )
  return {
    head: Number(rows.at(-1)?.seq ?? row?.head ?? 0),
    rewrites: row?.rewrites ?? 0,
    updates: rows.map(({ hex }) => new Uint8Array(Buffer.from(hex, "hex"))),
    members: [...new Set(rows.map(({ member }) => member))],
  }
}

/** One statement, so one commit: appends of the room wait for it at the room's row, and it for theirs. */
async function replace(db: Db, room: string, loaded: LoadedUpTo, entry: LogEntry): Promise<boolean> {
  const { head, rewrites } = loaded
  const rows = await rowsOf<{ room: string }>(
    db,
    sql`
      with held as (
        update doc_room set rewrites = rewrites + 1 
        where room = ${room} and rewrites = ${rewrites} and not gone returning room
      ),
      gone as (
        delete from doc_update using held where doc_update.room = held.room and seq < ${head}
      ),
      kept as (
        update doc_update set data = decode(${hexOf(entry.data)}, 'hex'),
          member = ${entry.member}, session = ${entry.session}
        from held where doc_update.room = held.room and seq = ${head}
      )
      select room from held`,
  )
  return rows.length > 0
}

/**
 * One statement, so one commit. The row of each room stays locked until it: numbers are given in the order in which
 * they become visible, and a reader who has seen number n will see no smaller one later. Rooms are locked in the
 * order of their names, so that two processes cannot wait for each other.
 */
async function appendAll(db: Db, appends: readonly Append[]): Promise<readonly (number | null)[]> {
  const entries = appends.flatMap(({ room, entries }) => entries.map((entry) => ({ room, ...entry })))
  const counts = countByRoom(entries)
  const rooms = [...counts.keys()].sort()
  const left = new Map(counts)
  const rows = await rowsOf<{ room: string; head: string }>(
    db,
    sql`
      with grown as (
        insert into doc_room (room, head)
        select room, added
        from unnest(${sql.param(rooms)}::text[], ${sql.param(rooms.map((room) => counts.get(room)))}::bigint[])
          as r(room, added)
        on conflict (room) do update set head = doc_room.head + excluded.head where not doc_room.gone
        returning room, head
      ),
      kept as (
        insert into doc_update (room, seq, data, member, session)
        select room, head - after, decode(hex, 'hex'), member, session
        from unnest(
          ${sql.param(entries.map(({ room }) => room))}::text[],
          ${sql.param(entries.map(({ room }) => countDown(left, room)))}::bigint[],
          ${sql.param(entries.map(({ data }) => hexOf(data)))}::text[],
          ${sql.param(entries.map(({ member }) => member))}::text[],
          ${sql.param(entries.map(({ session }) => session))}::text[]
        ) as e(room, after, hex, member, session)
        join grown using (room)
      )
      select room, head from grown`,
  )
  return lastOf(appends, new Map(rows.map(({ room, head }) => [room, Number(head)])))
}

function countByRoom(entries: readonly { readonly room: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { room } of entries) counts.set(room, (counts.get(room) ?? 0) + 1)
  return counts
}

/** How many entries of the room come after this one. */
function countDown(left: Map<string, number>, room: string): number {
  const after = (left.get(room) ?? 0) - 1
  left.set(room, after)
  return after
}

/** As hex because the embedded engine's own way with bytes takes seconds for megabytes. */
const hexOf = (data: Uint8Array) => Buffer.from(data.buffer, data.byteOffset, data.length).toString("hex")

/** The number of each append's last entry, given where its room ended; null where the room was erased. */
function lastOf(appends: readonly Append[], heads: ReadonlyMap<string, number>): (number | null)[] {
  const next = new Map(heads)
  const last: (number | null)[] = []
  for (const { room, entries } of [...appends].reverse()) {
    const head = next.get(room) ?? null
    last.unshift(head)
    if (head !== null) next.set(room, head - entries.length)
  }
  return last
}
