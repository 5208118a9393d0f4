import fs from "node:fs"
import path from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { type Surviving, survive } from "./survive"
import { SyncedFolder, syncFile, syncTree } from "./syncedFolder"

/**
 * Opens the embedded database in a folder, made with its parents when missing. When a statement has resolved, its
 * commit is on the disk. The caller holds the lock (lock.ts): two owners would destroy each other's rows.
 */
export async function openFolder(folder: string): Promise<Surviving> {
  if (!fs.existsSync(folder)) await makeFolder(folder)
  return survive(async () => {
    demandRoom(folder)
    const files = new SyncedFolder(folder)
    const pg = await PGlite.create({ fs: files, startParams: durableStart })
    return { pg, hasEnded: () => files.hasEnded, bury: () => files.bury() }
  })
}

/** Recovery begins a file of its log, of 16 MB: on a disk that has no room for it, it would end itself again. */
function demandRoom(folder: string): void {
  const trial = path.join(path.dirname(folder), "trial")
  try {
    fs.writeFileSync(trial, Buffer.alloc(ROOM), { flush: true })
  } finally {
    fs.rmSync(trial, { force: true })
  }
}

const ROOM = 20 * 1024 * 1024

/** A database in memory, for tests; `snapshot` is what another one's `dumpDataDir` gave. */
export function openMemory(snapshot?: Blob): Promise<PGlite> {
  return PGlite.create(snapshot ? { loadDataDir: snapshot } : {})
}

// `-F` turns fsync off. `fsync` is the only sync method that goes through the file system's fsync call. A log file kept
// for later use under another name would keep what was erased (scrub.ts).
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
  "-c",
  "shared_buffers=32MB",
  "-c",
  "wal_recycle=off",
]

/** Under its name there is a whole database or none, whenever the machine stops: it is made elsewhere first. */
async function makeFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { recursive: true })
  const pg = await PGlite.create(unfinished)
  await pg.close()
  syncTree(unfinished)
  fs.renameSync(unfinished, folder)
  syncFile(path.dirname(folder))
}
