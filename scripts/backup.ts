/** `npm run backup -- FILE`: one file with everything, made while the server runs or while it does not. */
import { join, resolve } from "node:path"
import { openDatabase } from "../db/client"
import { askForBackup } from "../server/backup/control"
import { keepBackup } from "../server/backup/keep"
import { makeBackup } from "../server/backup/make"
import { readEnv } from "../server/env"
import { folderRecordings } from "../server/recordings"

const [file] = process.argv.slice(2)
if (!file) {
  console.error("Where to? npm run backup -- binome.tar")
  process.exit(1)
}
const { dataDir, databaseUrl } = readEnv(process.env, [])
try {
  const head = await keepBackup((await askForBackup(dataDir)) ?? ownBackup(), resolve(file))
  const rows = Object.values(head.tables).reduce((sum, each) => sum + each, 0)
  console.log(`${file}: ${rows} rows, ${head.recordings} recordings, read again and whole.`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function* ownBackup() {
  const database = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl })
  try {
    const recordings = folderRecordings(join(dataDir, "recordings"))
    yield* makeBackup({ db: database.db, recordings, dataDir, now: () => new Date() })
  } finally {
    await database.close()
  }
}
