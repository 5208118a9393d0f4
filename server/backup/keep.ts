import { open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { pipeline } from "node:stream/promises"
import { syncFile } from "../../db/syncedFolder"
import { type CheckedBackup, checkBackup } from "./check"

/** Writes a backup to a file, on the disk and read again from end to end before it has its name. */
export async function keepBackup(bytes: AsyncIterable<Buffer>, file: string): Promise<CheckedBackup["head"]> {
  const part = `${file}.part`
  await rm(part, { force: true })
  try {
    const handle = await open(part, "wx", 0o600)
    await pipeline(bytes, handle.createWriteStream({ flush: true }))
    const { head } = await checkBackup(part)
    await rename(part, file)
    syncFile(dirname(file))
    return head
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
