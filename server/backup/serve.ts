import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Services } from "../services"
import { openControl } from "./control"
import { copyDaily } from "./daily"
import { makeBackup } from "./make"

/** Hands out backups while the server runs, and makes the copy of the day where a folder for it is named. */
export async function startBackups({ db, recordings, env, log }: Services): Promise<() => Promise<void>> {
  const { dataDir, backupDir, backupKeep } = env
  // What a backup that was cut short left on its way.
  for (const name of await readdir(dataDir))
    if (/^backup-\w{6}$/.test(name)) await rm(join(dataDir, name), { recursive: true, force: true })
  const now = () => new Date()
  const make = () => makeBackup({ db, recordings, dataDir, now })
  const close = await openControl(dataDir, make, (error) => log.error({ error }, "a backup broke off"))
  const stop = backupDir ? copyDaily({ folder: backupDir, keep: backupKeep, make, now, log }) : () => {}
  return async () => {
    stop()
    await close()
  }
}
