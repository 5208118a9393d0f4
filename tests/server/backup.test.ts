import { appendFile, copyFile, cp, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "../../db/client"
import { migrate, ownMigrations } from "../../db/migrate"
import { session } from "../../db/schema"
import { checkBackup, NoBackup } from "../../server/backup/check"
import { askForBackup, openControl } from "../../server/backup/control"
import { copyOfTheDay } from "../../server/backup/daily"
import { demandRestored, restoreInto } from "../../server/backup/intoFolder"
import { keepBackup } from "../../server/backup/keep"
import { makeBackup } from "../../server/backup/make"
import { restoreRecordings, restoreRows } from "../../server/backup/restore"
import { folderRecordings } from "../../server/recordings"
import { anaWorks, openStory, type Story } from "../support/recorderStory"
import { rowsIn } from "../support/rowsIn"
import { emptyTables, openTestDb } from "../support/testDb"

let place: string
let story: Story
let file: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "binome-backup-"))
  story = await openStory("backup", "passage")
  const secret = {
    completes: [0, 1],
    codings: [{ words: "On hérite", code: "hériter", memo: "told: a line\u2028that readline would break" }],
    newCodes: [],
    memo: "",
    caret: "",
    drops: 0,
    consents: false,
  } as const
  for await (const _ of anaWorks(story, secret)) story.record.mark("")
  file = join(place, "all.tar")
  await keepBackup(backup(), file)
}, 120_000)
afterAll(async () => {
  await story?.close()
  await rm(place, { recursive: true, force: true })
})

const backup = () =>
  makeBackup({ ...story.app.services, dataDir: story.app.dataDir, now: () => new Date(Date.UTC(2026, 4, 3)) })

describe("a backup", { timeout: 60_000 }, () => {
  it("[S13] holds every row and every recording, and comes back as it was", async () => {
    const whole = await checkBackup(file)
    const restored = await openTestDb()
    await emptyTables(restored)
    await restoreRows(restored, whole)
    const [before, after] = [await rowsIn(story.app.services.db), await rowsIn(restored.db)]
    expect(Object.keys(before).length).toBeGreaterThan(10)
    // What was coded is among what is compared, with a mark in it that is no end of a line.
    expect(before.hand_in?.join()).toContain("a line\u2028that")
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
    await restored.close()
    await restoreRecordings(join(place, "sounds"), whole)
    const [key, ...others] = await readdir(join(place, "sounds"))
    // What can be made again is left out.
    expect(others).toEqual([])
    expect(await story.app.services.recordings.peaks(key!)).not.toBeNull()
    const sound = folderRecordings(join(place, "sounds")).read(key!)
    const original = story.app.services.recordings.read(key!)
    expect(Buffer.concat(await sound.toArray())).toEqual(Buffer.concat(await original.toArray()))
  })

  it("[S14] is refused when a byte of it has changed, when it is cut short, and when it is something else", async () => {
    const bent = join(place, "bent.tar")
    const size = (await readFile(file)).length
    for (const at of [700, Math.floor(size / 2), size - 3000]) {
      await copyFile(file, bent)
      const handle = await open(bent, "r+")
      const byte = Buffer.alloc(1)
      await handle.read(byte, 0, 1, at)
      await handle.write(Buffer.of(byte[0]! ^ 1), 0, 1, at)
      await handle.close()
      await expect(checkBackup(bent)).rejects.toThrow(NoBackup)
    }
    for (const length of [0, 100, 5_000, size - 2_000]) {
      await writeFile(bent, (await readFile(file)).subarray(0, length))
      await expect(checkBackup(bent)).rejects.toThrow(NoBackup)
    }
    await writeFile(bent, "something else entirely ".repeat(100))
    await expect(checkBackup(bent)).rejects.toThrow("is no backup")
  })

  it("[S13] has its name only when it is whole: one that breaks off leaves nothing", async () => {
    const folder = await mkdtemp(join(place, "broken-"))
    const breaks = async function* () {
      let pieces = 0
      for await (const piece of backup()) {
        if (++pieces === 8) throw new Error("the line broke")
        yield piece
      }
    }
    await expect(keepBackup(breaks(), join(folder, "a.tar"))).rejects.toThrow("the line broke")
    expect(await readdir(folder)).toEqual([])
    expect((await readdir(story.app.dataDir)).filter((name) => name.startsWith("backup-"))).toEqual([])
  })

  it("[S14] is restored into an empty database only, all of it or nothing", async () => {
    const whole = await checkBackup(file)
    await expect(restoreRows(story.app.database, whole)).rejects.toThrow("already holds accounts")
    const database = await openTestDb()
    await emptyTables(database)
    const last = Object.keys(whole.head.tables).at(-1)!
    const short = { ...whole, head: { ...whole.head, tables: { ...whole.head.tables, [last]: 1_000 } } }
    await expect(restoreRows(database, short)).rejects.toThrow("did not come back whole")
    expect((await rowsIn(database.db)).account).toBeUndefined()
    const later = { ...whole, head: { ...whole.head, schema: whole.head.schema + 1 } }
    await expect(restoreRows(database, later)).rejects.toThrow("newer Binôme")
    await database.close()
  })

  it("[S14] made under an earlier schema comes back whole, and a start brings it to today's", async () => {
    const folder = await mkdtemp(join(place, "migrations-"))
    await cp(ownMigrations(), folder, { recursive: true })
    const journal = JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8"))
    const first = { ...journal, entries: journal.entries.slice(0, 1) }
    await writeFile(join(folder, "meta/_journal.json"), JSON.stringify(first))
    const earlier = await openDatabase({ memory: true })
    await migrate(earlier, folder)
    await earlier.db.execute(
      sql`insert into account (id, email, name, password) values ('ana', 'ana@test.example', 'Ana', '-')`,
    )
    await earlier.db.execute(
      sql`insert into session (id, account, kind, expires_at) values ('s', 'ana', 'cookie', now() + interval '1 day')`,
    )
    const file = join(place, "earlier.tar")
    await keepBackup(
      makeBackup({ ...story.app.services, db: earlier.db, dataDir: place, now: () => new Date() }),
      file,
    )
    await earlier.close()

    const restored = await openDatabase({ memory: true })
    await restoreRows(restored, await checkBackup(file))
    await expect(restored.db.select().from(session)).rejects.toThrow("may_write")
    await migrate(restored)
    expect(await restored.db.select().from(session)).toMatchObject([
      { id: "s", account: "ana", mayWrite: true },
    ])
    await restored.close()
  })
})

describe("a folder to restore into", () => {
  const makeFolder = () => mkdtemp(join(place, "into-"))
  const fill = async (folder: string) => {
    await writeFile(join(folder, "database"), "all of it")
    await restoreRecordings(join(folder, "recordings"), await checkBackup(file))
  }

  it("[S14] has to be empty", async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, "notes.txt"), "mine")
    await expect(restoreInto(folder, fill)).rejects.toThrow("is not empty (notes.txt)")
    expect(await readdir(folder)).toEqual(["notes.txt"])
    const begun = await makeFolder()
    await writeFile(join(begun, "owner.json.0a1b2c3d4e5f-7-1"), "")
    await restoreInto(begun, fill)
    expect(await readdir(begun)).toContain("database")
  })

  it("[S14] is empty again when the restore fails, and whole when it does not", async () => {
    const folder = await makeFolder()
    const failing = async (into: string) => {
      await fill(into)
      throw new Error("the disk is full")
    }
    await expect(restoreInto(folder, failing)).rejects.toThrow("the disk is full")
    expect(await readdir(folder)).toEqual([])
    await restoreInto(folder, fill)
    expect((await readdir(folder)).sort()).toEqual(["database", "recordings"])
  })

  it("[S14] is not opened after a restore that was killed, and can be restored into again", async () => {
    const folder = await makeFolder()
    await restoreInto(folder, fill)
    await rm(join(folder, "database"))
    await appendFile(join(folder, "restoring"), "")
    await expect(demandRestored(folder)).rejects.toThrow("npm run restore")
    await restoreInto(folder, fill)
    await demandRestored(folder)
    expect((await readdir(folder)).sort()).toEqual(["database", "recordings"])
  })
})

describe("a folder beside a database that is elsewhere", { timeout: 60_000 }, () => {
  it("[S14] is finished by a second restore where the first was killed behind its last step", async () => {
    const whole = await checkBackup(file)
    const [folder, database] = [await mkdtemp(join(place, "into-")), await openTestDb()]
    await emptyTables(database)
    const fill = (into: string) => restoreRecordings(join(into, "recordings"), whole)
    const rows = (backup: typeof whole) => (isAgain: boolean) => restoreRows(database, backup, isAgain)
    const killed = restoreInto(folder, fill, async (isAgain) => {
      await rows(whole)(isAgain)
      throw new Error("killed")
    })
    await expect(killed).rejects.toThrow("killed")
    await expect(demandRestored(folder)).rejects.toThrow("npm run restore")

    // Another backup is not taken for what is there, and does not make the half look whole.
    const other = { ...whole, head: { ...whole.head, tables: { ...whole.head.tables, account: 1_000 } } }
    await expect(restoreInto(folder, fill, rows(other))).rejects.toThrow("already holds accounts")
    await expect(demandRestored(folder)).rejects.toThrow("npm run restore")

    await restoreInto(folder, fill, rows(whole))
    await demandRestored(folder)
    expect(await readdir(folder)).toEqual(["recordings"])
    expect(await rowsIn(database.db)).toEqual(await rowsIn(story.app.services.db))

    const strange = await mkdtemp(join(place, "into-"))
    await expect(restoreInto(strange, fill, rows(whole))).rejects.toThrow("already holds accounts")
    expect(await readdir(strange)).toEqual([])
    await database.close()
  })
})

describe("a running server", () => {
  it("[S13] hands a backup to who can read its folder, and to nobody else", async () => {
    const folder = await mkdtemp(join(place, "control-"))
    expect(await askForBackup(folder)).toBeNull()
    const close = await openControl(folder, backup, () => {})
    const { port } = JSON.parse(await readFile(join(folder, "control.json"), "utf8"))
    const stranger = await fetch(`http://127.0.0.1:${port}/backup`, {
      headers: { authorization: "Bearer x" },
    })
    expect(stranger.status).toBe(404)
    await keepBackup((await askForBackup(folder))!, join(folder, "asked.tar"))
    expect((await checkBackup(join(folder, "asked.tar"))).head.recordings).toBe(1)
    await close()
    expect(await askForBackup(folder)).toBeNull()
  })

  it("[S15] makes one copy a day and keeps as many as it was told", async () => {
    const folder = join(place, "daily")
    let made = 0
    const make = () => {
      made++
      return backup()
    }
    for (const day of [1, 1, 2, 3, 4])
      await copyOfTheDay({ folder, keep: 2, make, now: () => new Date(Date.UTC(2026, 4, day, 3)) })
    await writeFile(join(folder, "mine.tar"), "not one of ours")
    await copyOfTheDay({ folder, keep: 2, make, now: () => new Date(Date.UTC(2026, 4, 4, 23)) })
    expect((await readdir(folder)).sort()).toEqual([
      "binome-2026-05-03.tar",
      "binome-2026-05-04.tar",
      "mine.tar",
    ])
    expect(made).toBe(4)
  })
})
