import { mkdir, open, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { isDiskFailure } from "./storageFailure"

/** Where files are that are on their way. Which of their bytes count is said elsewhere (`upload.received`). */
export interface Uploads {
  /** An empty file under this id; durable when resolved. */
  readonly begin: (id: string) => Promise<void>
  /**
   * Writes what comes at a place of the file; what was behind it is gone. Answers how many bytes are on the disk when the
   * sender ends, leaves, or is broken off by the signal; null where there is no such file, then or any more, or one that
   * ends before that place. The stream is destroyed by the signal only: over it, the sender is to be answered.
   */
  readonly write: (
    id: string,
    at: number,
    stream: Readable,
    how: { readonly most: number; readonly signal: AbortSignal },
  ) => Promise<{ readonly bytes: number; readonly isLonger: boolean } | null>
  /** So many bytes of its beginning; null where there is no such file. */
  readonly first: (id: string, bytes: number) => Promise<Uint8Array | null>
  readonly fileOf: (id: string) => string
  readonly remove: (id: string) => Promise<void>
  /**
   * Removes the files of all that do not stand; which do is asked once the files are known. What else is in the folder is
   * somebody else's.
   */
  readonly sweep: (standing: () => Promise<readonly string[]>) => Promise<void>
  /**
   * One after the other for each id: whoever comes breaks off the one before. A line that has died without a word holds
   * nobody up.
   */
  readonly inTurn: <T>(id: string, act: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

const ID = /^[A-Za-z0-9_-]{1,64}$/
const OURS_ALONE = 0o600

/** Files of a folder, made when missing. */
export function folderUploads(folder: string): Uploads {
  const fileOf = (id: string) => {
    if (!ID.test(id)) throw new RangeError("not an id of an upload")
    return join(folder, id)
  }
  return {
    fileOf,
    begin: async (id) => {
      await mkdir(folder, { recursive: true })
      await (await open(fileOf(id), "wx", OURS_ALONE)).close()
      const opened = await open(folder, "r")
      await opened.sync().finally(() => opened.close())
    },
    write: async (id, at, stream, how) => {
      const file = await open(fileOf(id), "r+").catch(() => null)
      if (!file) return null
      try {
        // What is behind its end would be read as zeros.
        if ((await file.stat()).size < at) return null
        await file.truncate(at)
        const written = await writeAll(file, at, stream, how)
        await file.sync()
        return (await file.stat()).nlink === 0 ? null : written
      } finally {
        await file.close()
      }
    },
    first: async (id, bytes) => {
      const file = await open(fileOf(id), "r").catch(() => null)
      if (!file) return null
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    sweep: async (standing) => {
      // In this order: a row is there before its file.
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      const files = entries.filter((entry) => entry.isFile() && ID.test(entry.name))
      if (files.length === 0) return
      const kept = new Set(await standing())
      for (const { name } of files) if (!kept.has(name)) await rm(join(folder, name), { force: true })
    },
    inTurn: createTurns(),
  }
}

type File = Awaited<ReturnType<typeof open>>

async function writeAll(
  file: File,
  at: number,
  stream: Readable,
  { most, signal }: { readonly most: number; readonly signal: AbortSignal },
): Promise<{ bytes: number; isLonger: boolean }> {
  let bytes = 0
  const breakOff = () => stream.destroy()
  signal.addEventListener("abort", breakOff)
  const pieces = stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>
  try {
    if (signal.aborted) return { bytes, isLonger: false }
    for await (const piece of pieces) {
      if (bytes + piece.length > most) return { bytes, isLonger: true }
      await writePiece(file, piece, at + bytes)
      bytes += piece.length
    }
  } catch (error) {
    // Who leaves in the middle has sent what has come.
    if (isDiskFailure(error) || !stream.destroyed) throw error
  } finally {
    signal.removeEventListener("abort", breakOff)
    await pieces.return?.()
  }
  return { bytes, isLonger: false }
}

/** All of a piece, or a failure: a disk that is nearly full takes the first of it and says so by a number alone. */
async function writePiece(file: File, piece: Buffer, at: number): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done, at + done)
    if (bytesWritten === 0) throw Object.assign(new Error("the disk takes nothing more"), { code: "ENOSPC" })
    done += bytesWritten
  }
}

function createTurns(): Uploads["inTurn"] {
  const running = new Map<string, { readonly abort: AbortController; readonly end: Promise<unknown> }>()
  return async (id, act) => {
    const before = running.get(id)
    const abort = new AbortController()
    const acted = (async () => {
      before?.abort.abort()
      await before?.end
      return act(abort.signal)
    })()
    const turn = { abort, end: acted.catch(() => {}) }
    running.set(id, turn)
    try {
      return await acted
    } finally {
      if (running.get(id) === turn) running.delete(id)
    }
  }
}
