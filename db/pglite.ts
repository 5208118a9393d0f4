import fs from "node:fs"
import path from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { SyncedFolder, syncTree } from "./syncedFolder"

/**
 * Opens the embedded database in a folder, made with its parents when missing. When a statement has resolved, its
 * commit is on the disk. The caller holds the folder's lock (lock.ts): two owners would destroy each other's rows.
 */
export async function openFolder(folder: string): Promise<PGlite> {
  fs.mkdirSync(folder, { recursive: true })
  const isNew = !fs.existsSync(path.join(folder, "PG_VERSION"))
  const pg = await PGlite.create({ fs: new SyncedFolder(folder), startParams: durableStart })
  if (isNew) {
    await pg.exec("CHECKPOINT")
    syncTree(folder)
    syncParents(folder)
  }
  return pg
}

/** A database in memory, for tests; `snapshot` is what another one's `dumpDataDir` gave. */
export function openMemory(snapshot?: Blob): Promise<PGlite> {
  return PGlite.create(snapshot ? { loadDataDir: snapshot } : {})
}

// `-F` turns fsync off. `fsync` is the only sync method that goes through the file system's fsync call.
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "wal_sync_method=fsync",
  "-c",
  "shared_buffers=32MB",
]

function syncParents(folder: string): void {
  const parent = fs.openSync(path.dirname(path.resolve(folder)), "r")
  fs.fsyncSync(parent)
  fs.closeSync(parent)
}
