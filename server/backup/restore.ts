import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import type { Database } from "../../db/client"
import { migrate, ownMigrations } from "../../db/migrate"
import { folderRecordings } from "../recordings"
import { type CheckedBackup, NoBackup } from "./check"
import { countRows, writeRows } from "./rows"

const BATCH_BYTES = 4 * 1024 * 1024
const BATCH_ROWS = 500

/**
 * Puts the rows of a backup into a database that holds nobody yet, all or none, in the schema they had then. `isAgain`
 * says that a restore of it was cut short: where that has put them there, nothing is done. Throws NoBackup for a database
 * in use, or a backup of a later schema.
 */
export async function restoreRows(database: Database, backup: CheckedBackup, isAgain = false): Promise<void> {
  await migrateTo(database, backup.head.schema)
  if ((await countRows(database.db, "account")) > 0) {
    if (isAgain && (await holdsAll(database, backup))) return
    throw new NoBackup("The database already holds accounts. A backup is only restored into an empty one.")
  }
  await database.db.transaction(async (tx) => {
    for (const [table, count] of Object.entries(backup.head.tables)) {
      const entry = backup.entries.find(({ name }) => name === `rows/${table}.jsonl`)
      if (!entry) throw new NoBackup(`The table ${table} is missing in the backup.`)
      for await (const lines of batches(backup.read(entry))) await writeRows(tx, table, lines)
      if ((await countRows(tx, table)) !== count)
        throw new NoBackup(`The table ${table} did not come back whole.`)
    }
  })
}

/** Rows come all or none, and no server opens a half restore: where there are as many of each, they are these. */
async function holdsAll({ db }: Database, { head }: CheckedBackup): Promise<boolean> {
  for (const [table, count] of Object.entries(head.tables))
    if ((await countRows(db, table)) !== count) return false
  return true
}

/** Puts the recordings of a backup into a folder. */
export async function restoreRecordings(folder: string, { entries, read }: CheckedBackup): Promise<void> {
  const recordings = folderRecordings(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const entry of entries.filter(({ name }) => name.startsWith("recordings/"))) {
    const key = entry.name.slice("recordings/".length)
    await recordings.write(key, Readable.from(read(entry), { objectMode: false }), { maxBytes: entry.size })
  }
}

/** Brings an empty database to the schema that was the newest when the backup was made. */
async function migrateTo(database: Database, schema: number): Promise<void> {
  const all = ownMigrations()
  const journal = JSON.parse(await readFile(join(all, "meta/_journal.json"), "utf8")) as {
    entries: { when: number }[]
  }
  const then = journal.entries.filter(({ when }) => when <= schema)
  if (then.at(-1)?.when !== schema) throw new NoBackup("The backup was made by a newer Binôme.")
  const folder = await mkdtemp(join(tmpdir(), "binome-migrations-"))
  try {
    await cp(all, folder, { recursive: true })
    await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries: then }))
    await migrate(database, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* batches(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let lines: string[] = []
  let size = 0
  for await (const line of linesOf(bytes)) {
    lines.push(line)
    size += line.length
    if (lines.length < BATCH_ROWS && size < BATCH_BYTES) continue
    yield lines
    lines = []
    size = 0
  }
  yield lines
}

/** Only "\n" ends a line: node's own readline also breaks at marks that people's texts may hold. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const piece of bytes) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, end)]).toString("utf8")
      begun = []
      from = end + 1
    }
    if (from < piece.length) begun.push(piece.subarray(from))
  }
}
