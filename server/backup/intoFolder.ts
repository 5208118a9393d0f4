import { mkdir, readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { syncFile, syncTree } from "../../db/syncedFolder"
import { NoBackup } from "./check"

/** Where a restore works before its parts have their names: while it is there, nothing of it counts. */
const UNFINISHED = "restoring"
const OURS = ["owner.json", "lost+found", UNFINISHED]
/** Left by a start that was killed as it took the folder. */
const isOurs = (name: string) => OURS.includes(name) || name.startsWith("owner.json.")

/**
 * Makes the data folder that a backup was made of. `fill` is given a folder that becomes it when all is there; `last`
 * is done once it has, where the database is elsewhere, and is told whether an earlier attempt may have done it already.
 * Refuses a folder that holds something; what an earlier attempt left half done is done anew.
 */
export async function restoreInto(
  dataDir: string,
  fill: (folder: string) => Promise<void>,
  last: (isAgain: boolean) => Promise<void> = async () => {},
): Promise<void> {
  const found = await readdir(dataDir)
  const isHalf = found.includes(UNFINISHED) && !found.includes("database")
  const foreign = found.filter((name) => !isOurs(name) && !(isHalf && name === "recordings"))
  if (foreign.length > 0)
    throw new NoBackup(
      `${dataDir} is not empty (${foreign[0]}). A backup is only restored into an empty folder.`,
    )
  const unfinished = join(dataDir, UNFINISHED)
  if (isHalf) await rm(join(dataDir, "recordings"), { recursive: true, force: true })
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  let mayBeDone = isHalf
  try {
    await fill(unfinished)
    syncTree(unfinished)
    await rename(join(unfinished, "recordings"), join(dataDir, "recordings"))
    await last(isHalf).catch((error) => {
      mayBeDone ||= !(error instanceof NoBackup)
      throw error
    })
  } catch (error) {
    // Rows may be where they belong: without the mark a server would show them without their recordings.
    if (!mayBeDone)
      for (const name of ["recordings", UNFINISHED])
        await rm(join(dataDir, name), { recursive: true, force: true })
    throw error
  }
  // The database last: where it is, the restore is finished.
  if ((await readdir(unfinished)).includes("database"))
    await rename(join(unfinished, "database"), join(dataDir, "database"))
  await rm(unfinished, { recursive: true, force: true })
  syncFile(dataDir)
}

/** Throws for a data folder in which a restore was cut short; tidies up after one that was not. */
export async function demandRestored(dataDir: string): Promise<void> {
  const found = await readdir(dataDir)
  if (!found.includes(UNFINISHED)) return
  if (!found.includes("database"))
    throw new NoBackup(
      `In ${dataDir} a restore was cut short. Run it again, from the same file: npm run restore -- FILE. Nothing else is in the folder.`,
    )
  await rm(join(dataDir, UNFINISHED), { recursive: true, force: true })
}
