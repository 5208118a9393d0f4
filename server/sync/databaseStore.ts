import { sql } from "drizzle-orm"
import { type Db, rowsOf } from "../../db/client"
import type { DocStore, LogEntry } from "./docStore"
import { groupCommit } from "./groupCommit"

interface Append {
  readonly room: string
  readonly entries: readonly LogEntry[]
}

/**
 * The log in the database. All that is appended, to whichever room, while a statement runs goes into the next one:
 * many writers cost one commit.
 */
export function databaseStore(db: Db): DocStore {
  const append = groupCommit((appends: readonly Append[]) => appendAll(db, appends))
  return {
    load: async (room) => {
      // The head first: what is appended in between is then read too, never skipped.
      const [row] = await rowsOf<{ head: string }>(db, sql`select head from doc_room where room = ${room}`)
      const rows = await rowsOf<{ hex: string }>(
        db,
        sql`select encode(data, 'hex') as hex from doc_update where room = ${room} order by seq`,
      )
      return {
        head: Number(row?.head ?? 0),
        updates: rows.map(({ hex }) => new Uint8Array(Buffer.from(hex, "hex"))),
      }
    },
    append: async (room, entries) => {
      if (entries.length === 0) throw new RangeError("an append must hold an update")
      return append({ room, entries })
    },
  }
}

/**
 * One statement, so one commit. The row of each room stays locked until it: numbers are given in the order in which
 * they become visible, and a reader who has seen number n will see no smaller one later. Rooms are locked in the
 * order of their names, so that two processes cannot wait for each other.
 */
async function appendAll(db: Db, appends: readonly Append[]): Promise<readonly number[]> {
  const entries = appends.flatMap(({ room, entries }) => entries.map((entry) => ({ room, ...entry })))
  const listed = JSON.stringify(listing(entries))
  const rows = await rowsOf<{ room: string; head: string }>(
    db,
    sql`
      with entry as (
        select * from json_to_recordset(${listed}::json)
          as e(room text, nth bigint, "from" int, length int, member text, session text)
      ),
      bytes as materialized (
        select decode(${hexOf(entries)}, 'hex') as data
      ),
      grown as (
        insert into doc_room (room, head)
        select room, count(*) from entry group by room order by room
        on conflict (room) do update set head = doc_room.head + excluded.head
        returning room, head
      ),
      kept as (
        insert into doc_update (room, seq, data, member, session)
        select room, head - count(*) over (partition by room) + nth,
          substring(bytes.data from "from" for length), member, session
        from entry join grown using (room), bytes
      )
      select room, head from grown`,
  )
  const heads = new Map(rows.map(({ room, head }) => [room, Number(head)]))
  return lastOf(appends, heads)
}

/** The entries without their bytes: which room, the how manieth of it in this statement, where its bytes stand. */
function listing(entries: readonly (LogEntry & { readonly room: string })[]) {
  const counts = new Map<string, number>()
  let from = 1
  return entries.map(({ room, data, member, session }) => {
    const nth = (counts.get(room) ?? 0) + 1
    counts.set(room, nth)
    const described = { room, nth, from, length: data.length, member, session }
    from += data.length
    return described
  })
}

/** As hex because the embedded engine's own way with bytes takes seconds for megabytes. */
const hexOf = (entries: readonly LogEntry[]) => Buffer.concat(entries.map(({ data }) => data)).toString("hex")

/** The number of each append's last entry, given where its room ended. */
function lastOf(appends: readonly Append[], heads: ReadonlyMap<string, number>): number[] {
  const next = new Map(heads)
  const last: number[] = []
  for (const { room, entries } of [...appends].reverse()) {
    const head = next.get(room) ?? 0
    last.unshift(head)
    next.set(room, head - entries.length)
  }
  return last
}
