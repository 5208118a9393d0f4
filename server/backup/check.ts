import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { type BackupHead, FORMAT, HEAD, SUMS, VERSION } from "./make"
import { readTar, type TarEntry } from "./tar"

/** Why a file cannot be restored, as a sentence. */
export class NoBackup extends Error {
  override readonly name = "NoBackup"
}

export interface CheckedBackup {
  readonly head: BackupHead
  readonly entries: readonly TarEntry[]
  /** The bytes of one of the entries. */
  readonly read: (entry: TarEntry) => AsyncIterable<Buffer>
}

/** Reads a whole backup and compares every file in it with its checksum. Throws NoBackup for one that is not whole. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const file = await open(path, "r")
  try {
    const entries = await readTar(file)
    const places = new Map(entries.map((entry) => [entry.name, entry]))
    const read = ({ name }: TarEntry): AsyncIterable<Buffer> => {
      const { from, size } = places.get(name)!
      return size === 0 ? nothing() : createReadStream(path, { start: from, end: from + size - 1 })
    }
    if (entries.at(-1)?.name !== SUMS) throw new NoBackup(`${path} cannot be restored: it is cut short.`)
    const sums = (await textOf(file, entries.at(-1)!)).split("\n").filter((line) => line !== "")
    const said = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]))
    for (const entry of entries.slice(0, -1)) {
      if ((await sumOf(read(entry))) !== said.get(entry.name))
        throw new NoBackup(`${path} cannot be restored: ${entry.name} in it is damaged.`)
    }
    if (said.size !== entries.length - 1)
      throw new NoBackup(`${path} cannot be restored: a part of it is missing.`)
    const head = JSON.parse(await textOf(file, places.get(HEAD)!)) as BackupHead
    if (head.format !== FORMAT || head.version > VERSION)
      throw new NoBackup(`${path} was made by a newer Binôme.`)
    return { head, entries: entries.slice(0, -1), read }
  } catch (error) {
    if (error instanceof RangeError) throw new NoBackup(`${path} cannot be restored: ${error.message}.`)
    throw error
  } finally {
    await file.close()
  }
}

async function textOf(file: FileHandle, { from, size }: { from: number; size: number }): Promise<string> {
  const bytes = Buffer.alloc(size)
  await file.read(bytes, 0, size, from)
  return bytes.toString("utf8")
}

async function sumOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256")
  for await (const piece of bytes) hash.update(piece)
  return hash.digest("hex")
}

async function* nothing(): AsyncGenerator<Buffer> {}
