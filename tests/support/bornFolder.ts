import { existsSync } from "node:fs"
import { cp, mkdtemp, rename, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "../../db/client"
import { migrate } from "../../db/migrate"
import { schemaHash } from "./testDb"

/**
 * Lays an empty database of today's schema into an empty data folder, as a first start leaves it. To make one takes
 * seconds, so one is made and copied from then on; that a first start makes its own is what process.test and
 * firstStart.test see to.
 */
export async function layDatabase(dataDir: string): Promise<void> {
  const born = join(tmpdir(), `binome-born-${schemaHash()}`)
  if (!existsSync(born)) await bear(born)
  await cp(born, join(dataDir, "database"), { recursive: true })
}

/** Whole or not at all: other test files may look for it at this moment. */
async function bear(born: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "binome-bearing-"))
  const database = await openDatabase({ dataDir: folder })
  await migrate(database)
  await database.close()
  await rename(join(folder, "database"), born).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error
  })
  await rm(folder, { recursive: true, force: true })
}
