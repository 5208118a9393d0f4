import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs"
import { join } from "node:path"

/** The disk has too little room left to promise that what is written stays. */
export class DiskFull extends Error {
  override readonly name = "DiskFull"
}

export interface Disk {
  /**
   * Throws DiskFull while there is too little room, for so many bytes more: asked before writing, so that the database
   * never runs into the end.
   */
  readonly demandRoom: (bytes?: number) => void
  /** Why nothing can be kept just now, for the operator; null when something just written has reached the disk. */
  readonly trouble: () => string | null
}

const MB = 1024 * 1024

/**
 * The embedded database's log grows by files of 16 MB: what is being written when this is asked can still end, and the
 * next start finds the room it needs (db/pglite.ts).
 */
const LEAST_FREE = 64 * MB

/** The disk of a data folder. */
export function diskOf(folder: string, leastFree = LEAST_FREE): Disk {
  const demandRoom = (bytes = 0) => {
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < leastFree + bytes)
      throw new DiskFull(
        `less than ${Math.round((leastFree + bytes) / MB)} MB are free on the disk of the data folder`,
      )
  }
  return {
    demandRoom,
    trouble: () => {
      try {
        demandRoom()
        writeTrial(join(folder, "writable"))
        return null
      } catch (error) {
        if (error instanceof DiskFull) return error.message
        // Not its message, which names the folder: whoever asks may be anybody.
        const { code } = error as NodeJS.ErrnoException
        return `the data folder does not take what is written (${code ?? "no reason given"})`
      }
    },
  }
}

/** Where the database is elsewhere, it says itself when it is full. */
export const noDisk: Disk = { demandRoom: () => {}, trouble: () => null }

function writeTrial(file: string): void {
  const descriptor = openSync(file, "w")
  try {
    writeSync(descriptor, "a file that shows that this folder can be written to\n")
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
    rmSync(file, { force: true })
  }
}
