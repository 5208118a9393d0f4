import { randomUUID } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { type Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Refusal } from "./refusal"

export interface ByteRange {
  readonly start: number
  /** Included, as in HTTP. */
  readonly end: number
}

/** Where recordings are kept. Keys are ours, never names that somebody gave. */
export interface Recordings {
  /** Durable when resolved; when it rejects, nothing is left. Longer than `maxBytes` is refused as too large. */
  readonly write: (
    key: string,
    stream: Readable,
    limits: { readonly maxBytes: number },
  ) => Promise<{ bytes: number }>
  /** Null when there is none. */
  readonly stat: (key: string) => Promise<{ bytes: number } | null>
  /** A new recording of a file on this machine that is on the disk, and stays where it is. Durable as with `write`. */
  readonly adopt: (key: string, file: string) => Promise<{ bytes: number }>
  /** A new recording, which `make` writes over an empty file, from one that is there. Durable as with `write`. */
  readonly rewrite: (
    key: string,
    to: string,
    make: (from: string, to: string) => Promise<void>,
  ) => Promise<{ bytes: number }>
  readonly read: (key: string, range?: ByteRange) => Readable
  /** What `writePeaks` wrote of a recording; null where there is none. */
  readonly peaks: (key: string) => Promise<Uint8Array | null>
  /**
   * Keeps what `make` writes over an empty file beside the recording: all of it, or nothing. It can be made again, so
   * a power cut may leave less of it, and no backup holds it.
   */
  readonly writePeaks: (key: string, make: (from: string, to: string) => Promise<void>) => Promise<void>
  /** With its peaks. Does nothing when there is none. */
  readonly remove: (key: string) => Promise<void>
  /**
   * Removes what is none of these: half-written ones, and whole ones that nothing came to name, with peaks. Not for while somebody
   * writes. Where none of them is there, the whole ones stay: such a store is another database's.
   */
  readonly keepOnly: (keys: ReadonlySet<string>) => Promise<void>
}

export const MOST_RECORDING_BYTES = 2 * 1024 ** 3

const KEY = /^[A-Za-z0-9_-]{1,64}$/
const PART = ".part"
const PEAKS = ".peaks"
/** The mode of a file for whoever runs the server, and nobody else. */
const OURS_ALONE = 0o600

/** Recordings as files of a folder, made when missing. */
export function folderRecordings(folder: string): Recordings {
  const at = (key: string) => {
    if (!KEY.test(key)) throw new RangeError("not a key of a recording")
    return join(folder, key)
  }
  return {
    write: async (key, stream, { maxBytes }) => {
      const to = at(key)
      await mkdir(folder, { recursive: true })
      const part = `${to}.${randomUUID()}${PART}`
      try {
        const bytes = await writeDurably(part, stream, maxBytes)
        await rename(part, to)
        await syncFolder(dirname(to))
        return { bytes }
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    stat: async (key) => {
      const found = await stat(at(key)).catch(() => null)
      return found && { bytes: found.size }
    },
    adopt: async (key, file) => {
      const to = at(key)
      await mkdir(folder, { recursive: true })
      const part = `${to}.${randomUUID()}${PART}`
      try {
        // A second name for the same bytes, where the file system has such a thing.
        await link(file, part).catch(() => copyDurably(file, part))
        await rename(part, to)
        await syncFolder(folder)
        return { bytes: (await stat(to)).size }
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    rewrite: async (key, to, make) => {
      const part = `${at(to)}.${randomUUID()}${PART}`
      try {
        await (await open(part, "wx", OURS_ALONE)).close()
        await make(at(key), part)
        await syncFile(part)
        await rename(part, at(to))
        await syncFolder(folder)
        return { bytes: (await stat(at(to))).size }
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    read: (key, range) => createReadStream(at(key), range ? { start: range.start, end: range.end } : {}),
    peaks: (key) => readFile(at(key) + PEAKS).catch(() => null),
    writePeaks: async (key, make) => {
      const part = `${at(key)}.${randomUUID()}${PEAKS}${PART}`
      try {
        await (await open(part, "wx", OURS_ALONE)).close()
        await make(at(key), part)
        await rename(part, at(key) + PEAKS)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    remove: async (key) => {
      await rm(at(key) + PEAKS, { force: true })
      await rm(at(key), { force: true })
    },
    keepOnly: async (keys) => {
      const files = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) =>
        entry.isFile(),
      )
      const isOurs = files.some(({ name }) => keys.has(name))
      for (const { name } of files)
        if (name.endsWith(PART) || (isOurs && isNobodys(name, keys)))
          await rm(join(folder, name), { force: true })
    },
  }
}

function isNobodys(name: string, keys: ReadonlySet<string>): boolean {
  const key = name.endsWith(PEAKS) ? name.slice(0, -PEAKS.length) : name
  return KEY.test(key) && !keys.has(key)
}

async function writeDurably(file: string, stream: Readable, maxBytes: number): Promise<number> {
  const out = createWriteStream(file, { flags: "wx", mode: OURS_ALONE, flush: true })
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(new Refusal("too-large", { limit: maxBytes }))
      else done(null, chunk)
    },
  })
  await pipeline(stream, counted, out)
  return bytes
}

async function copyDurably(file: string, to: string): Promise<void> {
  await copyFile(file, to)
  await syncFile(to)
}

/** The new name reaches the disk with its folder. */
const syncFolder = (folder: string) => syncFile(folder)

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
