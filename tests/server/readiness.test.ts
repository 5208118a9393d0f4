import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "../../db/client"
import { diskOf } from "../../server/disk"
import { createReadiness } from "../../server/readiness"
import { openTestDb } from "../support/testDb"

let database: Database
let folder: string
beforeAll(async () => {
  database = await openTestDb()
  folder = await mkdtemp(join(tmpdir(), "binome-ready-"))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

it("[S3] looks at the disk once a moment, whoever asks how often, and names no folder", async () => {
  let now = 0
  const data = join(folder, "data")
  await mkdir(data)
  const ready = createReadiness({ db: database.db, disk: diskOf(data) }, () => now)
  expect(await ready()).toBeNull()
  await rm(data, { recursive: true })
  now = 999
  expect(await Promise.all([ready(), ready()])).toEqual([null, null])
  now = 1_000
  const trouble = await ready()
  expect(trouble).toContain("ENOENT")
  expect(trouble).not.toContain(folder)
  await mkdir(data)
  expect(await ready()).toBe(trouble)
  now = 2_000
  expect(await ready()).toBeNull()
})

it("[S3] says that the database does not answer, and nothing of why", async () => {
  let now = 0
  const ready = createReadiness({ db: database.db, disk: diskOf(folder) }, () => now)
  expect(await ready()).toBeNull()
  await database.close()
  now = 1_000
  expect(await ready()).toBe("the database does not answer")
})
