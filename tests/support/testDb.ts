import { sql } from "drizzle-orm"
import { type Database, openDatabase, rowsOf } from "../../db/client"
import { migrate } from "../../db/migrate"

/** An empty, migrated database in memory. One a test file (it takes seconds to make); `emptyTables` between tests. */
export async function openTestDb(): Promise<Database> {
  const database = await openDatabase({ memory: true })
  await migrate(database)
  return database
}

/** Empties every table of the schema. */
export async function emptyTables({ db }: Database): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  if (tables.length > 0)
    await db.execute(sql.raw(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`))
}
