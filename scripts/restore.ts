/** `npm run restore -- FILE`: everything of a backup into an empty data folder (and an empty PostgreSQL, where one is named). */
import { join } from "node:path"
import { type DatabaseAt, openDatabase } from "../db/client"
import { lockFolder } from "../db/lock"
import { checkBackup } from "../server/backup/check"
import { restoreInto } from "../server/backup/intoFolder"
import { restoreRecordings, restoreRows } from "../server/backup/restore"
import { readEnv } from "../server/env"
import { makeDataFolder } from "../server/firstStart"

const [file] = process.argv.slice(2)
if (!file) {
  console.error("From which file? npm run restore -- binome.tar")
  process.exit(1)
}
const { dataDir, databaseUrl } = readEnv(process.env, [])
try {
  const backup = await checkBackup(file)
  const rows = async (at: DatabaseAt, isAgain = false) => {
    const database = await openDatabase(at)
    try {
      await restoreRows(database, backup, isAgain)
    } finally {
      await database.close()
    }
  }
  await makeDataFolder(dataDir)
  const unlock = await lockFolder(dataDir)
  try {
    const recordings = (folder: string) => restoreRecordings(join(folder, "recordings"), backup)
    if (databaseUrl === null)
      await restoreInto(dataDir, async (folder) => {
        await recordings(folder)
        await rows({ dataDir: folder })
      })
    else await restoreInto(dataDir, recordings, (isAgain) => rows({ url: databaseUrl }, isAgain))
  } finally {
    await unlock()
  }
  console.log(
    `Restored what was backed up on ${backup.head.madeAt}. What was erased since then has to be erased again.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
