import { createHash } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { type Database, openDatabase, rowsOf } from "../../db/client"
import { migrate } from "../../db/migrate"

/** An empty, migrated database in memory. One a test file (it takes a second); `emptyTables` between tests. */
export async function openTestDb(): Promise<Database> {
  const file = path.join(os.tmpdir(), `binome-test-${schemaHash()}.tar`)
  if (fs.existsSync(file)) return openDatabase({ memory: true, snapshot: new Blob([fs.readFileSync(file)]) })
  const database = await openDatabase({ memory: true })
  await migrate(database)
  await keepSnapshot(database, file)
  return database
}

/** Empties every table of the schema. */
export async function emptyTables({ db, kind }: Database): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const names = tables.map(({ name }) => name)
  if (names.length === 0) return
  // To truncate makes every table and index anew: no byte is left on a disk, and in memory that is nobody's concern.
  if (kind !== "memory") await db.execute(sql.raw(`truncate ${names.join(", ")} cascade`))
  else await db.execute(sql.raw(`do $$ begin ${deleting(names)} end $$`))
}

/** Tables in any order: what refers to what is not looked at meanwhile. */
function deleting(tables: readonly string[]): string {
  return [
    "set local session_replication_role = replica;",
    ...tables.map((name) => `delete from ${name};`),
    "set local session_replication_role = origin;",
  ].join(" ")
}

const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url))

/** Changes with every migration, so that a snapshot is never older than the schema. */
export function schemaHash(): string {
  const hash = createHash("sha256").update(JSON.stringify(process.versions))
  const files = fs.readdirSync(migrations).filter((file) => file.endsWith(".sql"))
  for (const file of files.sort()) hash.update(fs.readFileSync(path.join(migrations, file)))
  return hash.digest("hex").slice(0, 16)
}

/** Whole or not at all: other test files may look for it at this moment. */
async function keepSnapshot({ pglite }: Database, file: string): Promise<void> {
  const snapshot = await pglite!.dumpDataDir("none")
  const unfinished = `${file}.${process.pid}`
  fs.writeFileSync(unfinished, Buffer.from(await snapshot.arrayBuffer()))
  fs.renameSync(unfinished, file)
}
