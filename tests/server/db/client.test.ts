import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { openDatabase, rowsOf } from "../../../db/client"
import { ownLease, takeLease } from "../../../db/lease"
import { FolderInUse, lockFolder } from "../../../db/lock"
import { migrate } from "../../../db/migrate"

let place: string
beforeAll(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), "binome-"))
})
afterAll(() => fs.rmSync(place, { recursive: true, force: true }))

describe("a data folder", () => {
  it("[S9] has one owner: a second is told which folder is in use and by whom", async () => {
    const folder = path.join(place, "not", "yet", "there")
    const unlock = await lockFolder(folder)
    const second = lockFolder(`${folder}/../there`)
    await expect(second).rejects.toThrow(FolderInUse)
    await expect(second).rejects.toThrow(fs.realpathSync(folder))
    await expect(second).rejects.toThrow(String(process.pid))
    await unlock()
    await (await lockFolder(folder))()
  })

  /** As a process in another container leaves it: alive as long as it touches its lease. */
  const lease = { pid: 7, host: "elsewhere", place: "another start of another machine", start: "7-1" }
  const timing = { beatMs: 40, watchMs: 400 }

  it("[S9] is one owner's across containers and machines: another's lease that shows life is respected", async () => {
    const folder = fs.mkdtempSync(path.join(place, "shared-"))
    const file = path.join(folder, "owner.json")
    fs.writeFileSync(file, JSON.stringify(lease))
    let beats = 0
    const beating = setInterval(() => fs.utimesSync(file, ++beats, Date.now() / 1000), 40)
    await expect(lockFolder(folder, { timing })).rejects.toThrow("another process (7 on elsewhere)")
    clearInterval(beating)
    // So it was the beats: without, the folder is free, and its new owner shows that it lives.
    const unlock = await lockFolder(folder, { timing })
    expect(JSON.parse(fs.readFileSync(file, "utf8")).pid).toBe(process.pid)
    const before = fs.statSync(file).mtimeMs
    await vi.waitFor(() => expect(fs.statSync(file).mtimeMs).toBeGreaterThan(before))
    await unlock()
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it("[S9] does not wait for a lease that has shown nothing for long", async () => {
    const folder = fs.mkdtempSync(path.join(place, "cold-"))
    const file = path.join(folder, "owner.json")
    fs.writeFileSync(file, JSON.stringify(lease))
    fs.utimesSync(file, 1, 1)
    await (await lockFolder(folder, { timing: { beatMs: 40, watchMs: 3_600_000 } }))()
  })

  it("[S9] is tidied by its owner of what was left by who was killed on taking it, and of no more", async () => {
    const folder = fs.mkdtempSync(path.join(place, "parts-"))
    const own = ownLease()
    const [rename, write] = [
      vi.spyOn(fs, "renameSync"),
      () => takeLease(path.join(folder, "owner.json"), own, timing, () => {}),
    ]
    // As if killed before its last step.
    rename.mockImplementationOnce(() => {
      throw new Error("killed")
    })
    await expect(write()).rejects.toThrow("killed")
    rename.mockRestore()
    const left = fs.readdirSync(folder)
    expect(left).toHaveLength(1)
    fs.writeFileSync(path.join(folder, "owner.json.elsewhere-7-1"), "")
    const unlock = await lockFolder(folder, { timing })
    expect(fs.readdirSync(folder).sort()).toEqual(["owner.json", "owner.json.elsewhere-7-1"])
    await unlock()
  })

  it("[S9] is given up by who finds it taken over while asleep", async () => {
    const folder = fs.mkdtempSync(path.join(place, "slept-"))
    const lost: string[] = []
    const unlock = await lockFolder(folder, { timing, onLost: ({ message }) => lost.push(message) })
    fs.writeFileSync(path.join(folder, "owner.json"), JSON.stringify(lease))
    await vi.waitFor(() => expect(lost.join()).toContain("7 on elsewhere"))
    await unlock()
    expect(JSON.parse(fs.readFileSync(path.join(folder, "owner.json"), "utf8"))).toEqual(lease)
  })
})

// One after the other in one folder: making a database takes seconds.
describe("the embedded database", () => {
  const patient = 120_000
  const folder = () => path.join(place, "data")

  it("[S8] puts its folder on the disk when it is made, then each commit; and migrates once", {
    timeout: patient,
  }, async () => {
    const synced = vi.spyOn(fs, "fsyncSync")
    const database = await openDatabase({ dataDir: folder() })
    expect(synced.mock.calls.length).toBeGreaterThan(100)
    await migrate(database)
    await migrate(database)
    await database.db.execute(sql`create table kept (n int primary key)`)
    synced.mockClear()
    for (let n = 1; n <= 3; n++) {
      await database.db.execute(sql`insert into kept values (${n})`)
      expect(synced.mock.calls.length).toBeGreaterThanOrEqual(n)
    }
    synced.mockClear()
    await rowsOf(database.db, sql`select * from kept`)
    expect(synced).not.toHaveBeenCalled() // so it was the commits
    await database.close()
    synced.mockRestore()
  })

  it("[S1] loses nothing acknowledged when its process is killed, and its folder is free", {
    timeout: patient,
  }, async () => {
    const acknowledged: number[] = []
    const owner = startOwner(folder(), (n) => acknowledged.push(n))
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(40), { timeout: patient })
    await expect(openDatabase({ dataDir: folder() })).rejects.toThrow(FolderInUse)
    await owner.kill()
    const database = await openDatabase({ dataDir: folder() })
    const rows = await rowsOf<{ n: number }>(database.db, sql`select n from kept`)
    const kept = new Set(rows.map(({ n }) => n))
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
    await database.close()
  })
})

/** A process of its own that opens the folder and inserts numbers, saying each when it is acknowledged. */
function startOwner(folder: string, onNumber: (n: number) => void) {
  const script = fileURLToPath(new URL("./owner.ts", import.meta.url))
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()))
  let heard = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (heard + text).split("\n")
    heard = lines.pop() ?? ""
    for (const line of lines) onNumber(Number(line))
  })
  return {
    kill: () => {
      child.kill("SIGKILL")
      return ended
    },
  }
}
