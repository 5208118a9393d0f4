/** What an error says in the log: never what somebody coded (B11). */
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { withoutValues } from "../../server/withoutValues"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

it("[B11] a failed query tells its statement and the code of its cause, not its values", async () => {
  const query = app.services.db.execute(sql`select ${"canary: a quote"}::int`)
  const error = await query.then(
    () => null,
    (thrown: Error) => thrown,
  )
  expect(`${error?.message}`).toContain("canary")
  const logged = JSON.stringify(withoutValues(error))
  expect(logged).toContain("select $1")
  expect(logged).toContain("22P02")
  expect(logged).not.toContain("canary")
})
