import { randomUUID } from "node:crypto"
import { Client } from "pg"
import { describe } from "vitest"

const url = process.env.TEST_DATABASE_URL

/** Tests that need PostgreSQL: skipped, and said so, where tests/support/postgres.ts found none. */
export function describePostgres(title: string, tests: () => void): void {
  const why = " (skipped: no PostgreSQL here, and TEST_DATABASE_URL names none)"
  describe.skipIf(!url)(url ? title : title + why, tests)
}

/** The address of an empty database in the PostgreSQL of the tests. */
export async function emptyPostgres(): Promise<string> {
  const name = `binome_${randomUUID().replaceAll("-", "")}`
  await say(`create database ${name}`)
  return Object.assign(new URL(url!), { pathname: `/${name}` }).href
}

/** Takes a database away from whoever uses it. */
export function dropPostgres(of: string): Promise<void> {
  return say(`drop database ${new URL(of).pathname.slice(1)} with (force)`)
}

async function say(command: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(command)
  await client.end()
}
