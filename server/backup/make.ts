import { createHash, type Hash } from "node:crypto"
import { createReadStream } from "node:fs"
import { mkdtemp, open, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Db } from "../../db/client"
import type { Recordings } from "../recordings"
import { readAllRows } from "./rows"
import { tarEnd, tarHeader, tarPadding } from "./tar"

export const FORMAT = "binome-backup"
export const VERSION = 1
export const HEAD = "binome.json"
export const SUMS = "checksums.sha256"

/** What a backup says of itself. */
export interface BackupHead {
  readonly format: typeof FORMAT
  readonly version: number
  readonly madeAt: string
  /** The time of the last migration. */
  readonly schema: number
  /** How many rows each table has. */
  readonly tables: Readonly<Record<string, number>>
  readonly recordings: number
}

export interface BackupOf {
  readonly db: Db
  readonly recordings: Recordings
  /** For rows on their way; what is put there is taken away again. */
  readonly dataDir: string
  readonly now: () => Date
}

/**
 * A backup of the database as it is at one moment, and of the recordings it names, piece by piece. It is a tar whose
 * last file holds the checksums of the others. Rows go through the data folder, so that the database is held up no
 * longer than it takes to read it.
 */
export async function* makeBackup({ db, recordings, dataDir, now }: BackupOf): AsyncGenerator<Buffer> {
  const spool = await mkdtemp(join(dataDir, "backup-"))
  try {
    const at = now()
    const { head, keys } = await spoolRows(db, spool, at)
    const sums: string[] = []
    const add = async function* (name: string, size: number, bytes: AsyncIterable<Buffer>) {
      const hash = createHash("sha256")
      yield tarHeader({ name, size }, at)
      yield* hashed(bytes, hash, size)
      yield tarPadding(size)
      sums.push(`${hash.digest("hex")}  ${name}\n`)
    }
    const text = Buffer.from(`${JSON.stringify(head, null, 2)}\n`)
    yield* add(HEAD, text.length, once(text))
    for (const table of Object.keys(head.tables)) {
      const file = join(spool, table)
      yield* add(`rows/${table}.jsonl`, (await stat(file)).size, createReadStream(file))
    }
    for (const key of keys) {
      const found = await recordings.stat(key)
      if (!found) throw new Error("a recording was deleted while the backup was made; make it again")
      yield* add(`recordings/${key}`, found.bytes, recordings.read(key))
    }
    const all = Buffer.from(sums.join(""))
    yield tarHeader({ name: SUMS, size: all.length }, at)
    yield all
    yield tarPadding(all.length)
    yield tarEnd
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
}

async function spoolRows(db: Db, spool: string, at: Date): Promise<{ head: BackupHead; keys: string[] }> {
  const counts = new Map<string, number>()
  const keys: string[] = []
  const files = new Map<string, Awaited<ReturnType<typeof open>>>()
  const fileOf = async (table: string) => {
    const file = files.get(table) ?? (await open(join(spool, table), "w", 0o600))
    files.set(table, file)
    return file
  }
  try {
    const { tables, schema } = await readAllRows(db, async (table, lines) => {
      counts.set(table, (counts.get(table) ?? 0) + lines.length)
      if (table === "recording") keys.push(...lines.map((line) => (JSON.parse(line) as { key: string }).key))
      await (await fileOf(table)).write(lines.map((line) => `${line}\n`).join(""))
    })
    for (const table of tables) await fileOf(table)
    const rows = Object.fromEntries(tables.map((table) => [table, counts.get(table) ?? 0]))
    const madeAt = at.toISOString()
    const head = { format: FORMAT, version: VERSION, madeAt, schema, tables: rows, recordings: keys.length }
    return { head: head as BackupHead, keys }
  } finally {
    for (const file of files.values()) await file.close()
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** The header has said how long it is: a file that changes meanwhile would shift all that follows. */
async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash, size: number): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const piece of bytes) {
    seen += piece.length
    hash.update(piece)
    yield piece
  }
  if (seen !== size) throw new Error("a file changed while the backup was made; make it again")
}
