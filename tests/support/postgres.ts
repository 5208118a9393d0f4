/**
 * A PostgreSQL for the tests where this machine has its programs and none is named by TEST_DATABASE_URL: a cluster of
 * its own in a temporary folder, gone afterwards. Vitest calls it once, before all tests.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"

const NAME = "TEST_DATABASE_URL"
/** Nothing stands between it and us: our signals reach it, and it ends with us however we end. */
const AS_POSTGRES = ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=INT", "--"]

export default async function providePostgres(): Promise<() => Promise<void>> {
  const bin = process.env[NAME] ? null : programs()
  if (bin === null) return async () => {}
  const folder = mkdtempSync(join(tmpdir(), "binome-postgres-"))
  const data = join(folder, "data")
  // It refuses to run as root; a machine that has it has a user for it.
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, idOfPostgres("-u"), idOfPostgres("-g"))
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    isRoot ? ["setpriv", [...AS_POSTGRES, join(bin, program), ...args]] : [join(bin, program), [...args]]
  execFileSync(...as("initdb", ["-D", data, "-U", "binome", "-A", "trust", "-E", "UTF8", "--no-sync"]), {
    cwd: "/",
  })
  const port = await freePort()
  const listening = ["-D", data, "-k", folder, "-h", "127.0.0.1", "-p", String(port), "-F"]
  const server = spawn(...as("postgres", listening), { cwd: "/", stdio: "ignore" })
  const ended = new Promise((resolve) => server.on("exit", resolve))
  const url = `postgres://binome@127.0.0.1:${port}/postgres`
  await answers(url, server)
  process.env[NAME] = url
  return async () => {
    server.kill("SIGINT")
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where PostgreSQL's programs are, as Debian lays them; null where they are not. */
function programs(): string | null {
  const all = "/usr/lib/postgresql"
  const versions = existsSync(all) ? readdirSync(all).sort((one, other) => Number(other) - Number(one)) : []
  const found = versions
    .map((version) => join(all, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")))
  return found ?? null
}

const idOfPostgres = (which: string) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
