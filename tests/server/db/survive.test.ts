import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Database, openDatabase, rowsOf } from "../../../db/client"
import { breakDisk, type Fault } from "../../support/faultyDisk"

const patient = { timeout: 120_000 }
let place: string
let database: Database
let tried = 0
const acknowledged: number[] = []

beforeAll(async () => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), "binome-survive-"))
  database = await openDatabase({ dataDir: place })
  await database.db.execute(sql`create table kept (n int primary key)`)
}, 120_000)
afterAll(async () => {
  await database?.close()
  fs.rmSync(place, { recursive: true, force: true })
})

async function insert(): Promise<void> {
  const n = ++tried
  await database.db.execute(sql`insert into kept values (${n})`)
  acknowledged.push(n)
}

/** Numbers that were acknowledged and are not there. What was refused may be: nothing of it may be assumed. */
async function lost(): Promise<number[]> {
  const rows = await rowsOf<{ n: number }>(database.db, sql`select n from kept`)
  const kept = new Set(rows.map(({ n }) => n))
  return acknowledged.filter((n) => !kept.has(n))
}

describe("the embedded database on a disk that fails", patient, () => {
  for (const fault of ["EIO", "ENOSPC", "EROFS"] as const satisfies Fault[]) {
    it(`[S3] refuses what it cannot keep (${fault}), loses nothing, and goes on by itself when the disk does`, async () => {
      await insert()
      const mend = breakDisk(place, fault)
      // All at once, as people write: each hears no, and none waits for ever.
      const refused = await Promise.allSettled([1, 2, 3].map(() => insert()))
      const later = await insert().catch((error: Error) => error)
      mend()
      expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"])
      expect(later).toBeInstanceOf(Error)

      await expect.poll(() => lost().catch(() => ["away"]), { timeout: 60_000, interval: 300 }).toEqual([])
      await insert()
      expect(await lost()).toEqual([])
      expect(acknowledged.length).toBeGreaterThan(1)
    })
  }
})
