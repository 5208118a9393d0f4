/** The rows of all tables as lines of JSON: the same from and for either engine. */
import { sql } from "drizzle-orm"
import { type Db, rowsOf } from "../../db/client"

const ROWS_AT_ONCE = 64

/** Hands over every row of every table as they were at one moment, while others write on. */
export async function readAllRows(
  db: Db,
  take: (table: string, lines: readonly string[]) => Promise<void> | void,
): Promise<{ readonly tables: readonly string[]; readonly schema: number }> {
  return db.transaction(
    async (tx) => {
      const tables = await tablesOf(tx)
      for (const table of tables) {
        const name = sql.identifier(table)
        await tx.execute(
          sql`declare each_row no scroll cursor for select row_to_json(r)::text as line from ${name} r`,
        )
        for (;;) {
          const rows = await rowsOf<{ line: string }>(
            tx,
            sql.raw(`fetch forward ${ROWS_AT_ONCE} from each_row`),
          )
          if (rows.length === 0) break
          await take(
            table,
            rows.map(({ line }) => line),
          )
        }
        await tx.execute(sql`close each_row`)
      }
      return { tables, schema: await schemaOf(tx) }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  )
}

/** Puts rows into a table: those that a backup had it hold. */
export async function writeRows(db: Db, table: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const name = sql.identifier(table)
  await db.execute(
    sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${`[${lines.join(",")}]`}::text::json)`,
  )
}

export async function countRows(db: Db, table: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from ${sql.identifier(table)}`,
  )
  return row!.count
}

/** The tables, each after those it refers to. */
async function tablesOf(db: Db): Promise<string[]> {
  const names = await rowsOf<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const arrows = await rowsOf<{ from: string; to: string }>(
    db,
    sql`select f.relname as from, t.relname as to from pg_constraint c
        join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
        where c.contype = 'f' and c.conrelid <> c.confrelid`,
  )
  const ordered: string[] = []
  const place = (name: string) => {
    if (ordered.includes(name)) return
    for (const { to } of arrows.filter(({ from }) => from === name)) place(to)
    ordered.push(name)
  }
  for (const { name } of names) place(name)
  return ordered
}

/** The time of the last migration that was applied: which schema the rows have. */
async function schemaOf(db: Db): Promise<number> {
  const [row] = await rowsOf<{ last: string }>(
    db,
    sql`select max(created_at) as last from drizzle.__drizzle_migrations`,
  )
  return Number(row!.last)
}
