/** The plain tar format (POSIX ustar), as far as a backup needs it: files with short names and known sizes. */
import type { FileHandle } from "node:fs/promises"

const BLOCK = 512

export interface TarEntry {
  readonly name: string
  readonly size: number
}

/** What stands before a file's bytes. */
export function tarHeader({ name, size }: TarEntry, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError("a name too long for a backup")
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0)
  header.write("0000600\0", 100) // mode
  header.write("0000000\0", 108) // owner
  header.write("0000000\0", 116) // group
  header.write(`${octal(size, 11)}\0`, 124)
  header.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136)
  header.write("        ", 148) // the sum is taken with blanks in its place
  header.write("0", 156) // a plain file
  header.write("ustar\x0000", 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

/** What stands after a file's bytes, to fill its last block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

/** What ends a tar. */
export const tarEnd = Buffer.alloc(2 * BLOCK)

/** Where each file of a tar begins. Throws a RangeError for what is no tar, or one that was cut short. */
export async function readTar(file: FileHandle): Promise<(TarEntry & { readonly from: number })[]> {
  const { size: whole } = await file.stat()
  const entries: (TarEntry & { readonly from: number })[] = []
  for (let at = 0; ; ) {
    const header = Buffer.alloc(BLOCK)
    const { bytesRead } = await file.read(header, 0, BLOCK, at)
    if (bytesRead < BLOCK) throw new RangeError("it is cut short")
    if (header.every((byte) => byte === 0)) return entries
    const sum = Number.parseInt(header.toString("latin1", 148, 156), 8)
    header.fill(" ", 148, 156)
    if (sum !== sumOf(header)) throw new RangeError("it is no backup")
    const name = header.toString("utf8", 0, 100).replace(/\0.*$/s, "")
    const size = Number.parseInt(header.toString("latin1", 124, 136), 8)
    const from = at + BLOCK
    if (from + size > whole) throw new RangeError("it is cut short")
    entries.push({ name, size, from })
    at = from + size + tarPadding(size).length
  }
}

const octal = (value: number, length: number) => value.toString(8).padStart(length, "0")

const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0)
