import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Database, openDatabase, rowsOf } from "../../../db/client"
import { migrate } from "../../../db/migrate"
import { databaseStore } from "../../../server/sync/databaseStore"
import { groupCommit } from "../../../server/sync/groupCommit"
import { describePostgres, emptyPostgres } from "../../support/emptyPostgres"
import { memoryStore } from "../../support/memoryStore"
import { emptyTables, openTestDb } from "../../support/testDb"
import { describeDocStore } from "./docStore.contract"

let database: Database
beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

describeDocStore("in memory", memoryStore)
describeDocStore("in the database", async () => {
  await emptyTables(database)
  return databaseStore(database.db)
})

describePostgres("the log, with PostgreSQL", () => {
  let postgres: Database
  beforeAll(async () => {
    postgres = await openDatabase({ url: await emptyPostgres() })
    await migrate(postgres)
  })
  afterAll(() => postgres.close())
  describeDocStore("in PostgreSQL", async () => {
    await emptyTables(postgres)
    return databaseStore(postgres.db)
  })
})

describe("the log in the database", () => {
  it("says of each update whose it is and when it came", async () => {
    await emptyTables(database)
    await databaseStore(database.db).append("layer/a", [
      { data: Uint8Array.of(7), member: "ana", session: "s" },
    ])
    const rows = await rowsOf(
      database.db,
      sql`select room, seq, member, session, at > now() - interval '1 minute' as recent from doc_update`,
    )
    expect(rows).toEqual([{ room: "layer/a", seq: 1, member: "ana", session: "s", recent: true }])
  })

  it("fails an append that the database refuses, and goes on with the next", async () => {
    const store = databaseStore(database.db)
    const refused = store.append("layer/\0", [{ data: Uint8Array.of(7), member: null, session: null }])
    await expect(refused).rejects.toThrow()
    expect(await store.append("layer/next", [{ data: Uint8Array.of(7), member: null, session: null }])).toBe(
      1,
    )
  })
})

describe("a group commit", () => {
  it("commits together what was asked for while another ran", async () => {
    const runs: (readonly number[])[] = []
    const commit = groupCommit(async (items: readonly number[]) => {
      runs.push(items)
      await Promise.resolve()
      return items.map((item) => item * 10)
    })
    expect(await Promise.all([commit(1), commit(2), commit(3)])).toEqual([10, 20, 30])
    expect(runs).toEqual([[1], [2, 3]])
  })

  it("fails all of a run that failed, and only those", async () => {
    const commit = groupCommit(async (items: readonly number[]) => {
      if (items.includes(2)) throw new Error("no")
      return items
    })
    const results = await Promise.allSettled([commit(1), commit(2), commit(3)])
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"])
    expect(await commit(4)).toBe(4)
  })
})
