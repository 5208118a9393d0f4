/** Run by client.test.ts as a process of its own, to be killed. */
import { sql } from "drizzle-orm"
import { openDatabase, rowsOf } from "../../../db/client"

const { db } = await openDatabase({ dataDir: process.argv[2]! })
const [row] = await rowsOf<{ last: number }>(db, sql`select max(n) as last from kept`)
for (let n = row!.last + 1; ; n++) {
  await db.execute(sql`insert into kept values (${n})`)
  console.log(n)
}
