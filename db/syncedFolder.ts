import fs from "node:fs"
import path from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { NodeFS } from "@electric-sql/pglite/nodefs"

type Opened = Parameters<NodeFS["init"]>[1]

/** The two names of Emscripten's node file system that we rely on (see tests/server/db/pglite.test.ts). */
interface HostFiles {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { nfd?: number }) => number } }
}

/**
 * A folder on disk whose files reach the disk when PostgreSQL says so. PGlite's own file system has no fsync, so
 * with it PostgreSQL believes that a commit is safe while it is only in the operating system's memory. The hook is
 * in place before PostgreSQL starts: recovery after a crash is synced too.
 */
export class SyncedFolder extends NodeFS {
  override async init(pg: PGlite, options: Opened) {
    const { emscriptenOpts } = await super.init(pg, options)
    const hook = (module: unknown) => {
      ;(module as HostFiles).NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } }
  }
}

/** Puts a folder and all below it on the disk, names included: PostgreSQL's own sync of directories is skipped. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(at)
    else if (entry.isFile()) syncFile(at)
  }
  syncFile(folder)
}

/** Puts one file, or the names in one folder, on the disk. */
export function syncFile(file: string): void {
  const descriptor = fs.openSync(file, "r")
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
