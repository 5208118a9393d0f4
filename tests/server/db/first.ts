/** Run by firstStart.test.ts as a process of its own, to be killed. */
import { openDatabase } from "../../../db/client"
import { migrate } from "../../../db/migrate"

console.log("making")
const database = await openDatabase({ dataDir: process.argv[2]! })
await migrate(database)
console.log("ready")
await database.close()
