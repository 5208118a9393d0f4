/** Starts Binôme: builds everything that lives as long as the process, and hands it to pages, API and sockets. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase } from "../db/client"
import { FolderInUse, lockFolder } from "../db/lock"
import { migrate } from "../db/migrate"
import { root } from "../db/root"
import { NoBackup } from "./backup/check"
import { demandRestored } from "./backup/intoFolder"
import { startBackups } from "./backup/serve"
import { readBuild } from "./build"
import { compose } from "./compose"
import { seedDemo } from "./demo/seedDemo"
import { type Env, readEnv } from "./env"
import { firstAccountLink, makeDataFolder, secretOf } from "./firstStart"
import { startHousekeeping } from "./housekeeping"
import { listen } from "./http/listen"
import { provideServices } from "./services"
import { printWithoutValues } from "./withoutValues"

/** What the system says of a folder that it does not let be written to. */
const diskTroubles: Readonly<Record<string, string>> = {
  ENOSPC: "its disk is full",
  EDQUOT: "no more of its disk is lent to this user",
  EROFS: "it is read-only",
  EACCES: "this user has no right to it",
  EPERM: "this user has no right to it",
}

async function start(given: Env): Promise<() => Promise<void>> {
  const dataDir = given.demo ? await mkdtemp(join(tmpdir(), "binome-demo-")) : given.dataDir
  const opened: (() => Promise<void>)[] = []
  if (given.demo) opened.push(() => rm(dataDir, { recursive: true, force: true }))
  const stop = async () => {
    for (const close of opened.reverse()) await close()
  }
  try {
    await makeDataFolder(dataDir)
    await demandRestored(dataDir)
    const url = given.demo ? null : given.databaseUrl
    if (url !== null) opened.push(await lockFolder(dataDir))
    const database = await openDatabase(url === null ? { dataDir } : { url })
    opened.push(database.close)
    await migrate(database)
    const env: Env = { ...given, dataDir, authSecret: given.authSecret ?? (await secretOf(dataDir)) }
    const { services: composed, sync } = compose(env, database)
    const services = { ...composed, build: env.dev ? null : await readBuild(root) }
    opened.push(services.waveforms.close)
    opened.push(services.machine.close)
    provideServices(services)
    tellLibraries(env)
    printWithoutValues()
    printToNobody()
    if (env.demo) await seedDemo(services)
    const link = await firstAccountLink(services)
    opened.push(await startHousekeeping(services))
    if (!env.demo) opened.push(await startBackups(services))
    const listening = await listen(services, sync, root)
    opened.push(listening.stop)
    services.collector.warm()
    announce(env, listening.port, link)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

function announce(env: Env, port: number, link: string | null): void {
  const address = env.publicUrl ?? `http://${shownHost(env.host)}:${port}`
  console.log(`Binôme: ${address}`)
  if (env.demo) for (const line of demoLines(env)) console.log(line)
  if (link !== null) console.log(`Create the first account (this link works once): ${address}${link}`)
}

/** next-auth reads its own variables: behind a public address it answers for that one, else for the host asked. */
function tellLibraries({ publicUrl }: Env): void {
  process.env.NEXT_TELEMETRY_DISABLED = "1"
  if (publicUrl === null) process.env.AUTH_TRUST_HOST = "1"
  else process.env.NEXTAUTH_URL = publicUrl
}

/**
 * Who read what is printed may be gone, a closed terminal or a log's collector; those who are served are not. Unheard, the
 * error of writing there is printed too, and so on without end.
 */
function printToNobody(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})
}

function shownHost(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host
}

function demoLines({ demoPassword }: Env): string[] {
  return [
    "",
    "A demonstration: whatever is done in it is gone when it ends.",
    ...["coder-a", "coder-b", "supervisor"].map((who) => `  ${who}@demo.local`),
    `  password: ${demoPassword}`,
    "",
  ]
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) process.exit(1) // asked twice: at once
    stopping = true
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
}

try {
  stopOnSignals(await start(readEnv(process.env, process.argv.slice(2))))
} catch (error) {
  console.error(plainly(error as NodeJS.ErrnoException) ?? error)
  process.exit(1)
}

/** One sentence for what whoever starts it can mend; null for what they cannot. */
function plainly(error: NodeJS.ErrnoException & { port?: number }): string | null {
  if (error.code === "EADDRINUSE") return `Port ${error.port} is taken. Choose another: PORT=3001 npm start`
  if (error.code === "EACCES" && error.syscall === "listen")
    return `Port ${error.port} is not for this user to take. Choose another: PORT=3001 npm start`
  const trouble = error.code && diskTroubles[error.code]
  if (trouble) return `The data folder cannot be written to (${trouble}).`
  const isPlain =
    error instanceof FolderInUse ||
    error instanceof NoBackup ||
    error.message.startsWith("The environment variable")
  return isPlain ? error.message : null
}
