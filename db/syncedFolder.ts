import fs from "node:fs"
import path from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { NodeFS } from "@electric-sql/pglite/nodefs"

type Opened = Parameters<NodeFS["init"]>[1]

interface Stream {
  readonly nfd?: number
}

/** The names of Emscripten's that we rely on (see tests/server/db). */
interface Host {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: Stream) => number }
    readonly convertNodeCode: (error: unknown) => number
  }
  readonly FS: {
    readonly ErrnoError: new (code: number) => Error
    readonly streams: (Stream | null | undefined)[]
  }
}

/**
 * A folder on disk whose files reach the disk when PostgreSQL says so. PGlite's own file system has no fsync, so
 * with it PostgreSQL believes that a commit is safe while it is only in the operating system's memory. The hook is
 * in place before PostgreSQL starts: recovery after a crash is synced too.
 */
export class SyncedFolder extends NodeFS {
  #host: Host | null = null
  #hasEnded = false

  override async init(pg: PGlite, options: Opened) {
    const { emscriptenOpts } = await super.init(pg, options)
    const hook = (module: unknown) => {
      const host = module as Host
      this.#host = host
      host.NODEFS.stream_ops.fsync = (stream) => sync(host, stream)
    }
    const end = () => {
      this.#hasEnded = true
    }
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), hook],
        onAbort: end,
      },
    }
  }

  /** True once PostgreSQL has ended itself: whatever is asked of it then is never answered. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Closes the files that an ended PostgreSQL left open. */
  bury(): void {
    const streams = this.#host?.FS.streams ?? []
    for (const [index, stream] of streams.entries()) {
      if (stream?.nfd === undefined) continue
      streams[index] = null
      try {
        fs.closeSync(stream.nfd)
      } catch {
        // A failed disk may fail here too; the descriptor is given back all the same.
      }
    }
  }
}

/** A failure is told to PostgreSQL in its own way: it then ends itself rather than take the commit for safe. */
function sync(host: Host, { nfd }: Stream): number {
  if (nfd === undefined) return 0
  try {
    fs.fsyncSync(nfd)
    return 0
  } catch (error) {
    throw new host.FS.ErrnoError(host.NODEFS.convertNodeCode(error))
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
