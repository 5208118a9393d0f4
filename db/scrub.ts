import { sql } from "drizzle-orm"
import { type Database, rowsOf } from "./client"

/**
 * Takes off the disk what rows no longer say. PostgreSQL only marks what is deleted or changed; its bytes stay in the
 * tables' files and in the write-ahead log. Afterwards no file of the embedded database holds them. Of a PostgreSQL
 * of one's own the tables are rewritten; its log, its replicas and its archives are its operator's.
 */
export async function scrub({ kind, db }: Pick<Database, "kind" | "db">): Promise<void> {
  if (kind === "memory") return
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables) await db.execute(sql.raw(`vacuum (full) ${name}`))
  if (kind === "postgres") return
  // Column statistics keep the commonest values of a table.
  await db.execute(sql`vacuum (full) pg_catalog.pg_statistic`)
  // Only files before the one in use are removed. Names in advance are old files under a new name where a database
  // was made before they were no longer kept: each is opened, so that it begins anew or lies behind.
  const [ahead] = await rowsOf<{ files: string }>(
    db,
    sql`select count(*) as files from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_lsn())`,
  )
  for (let left = Number(ahead?.files ?? 0) + 1; left > 0; left--) {
    await db.execute(sql`select pg_logical_emit_message(true, 'binome', '')`)
    await db.execute(sql`select pg_switch_wal()`)
  }
  await db.execute(sql`checkpoint`)
}
