import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { eq } from "drizzle-orm"
import type { MemberId, ProjectId, ProjectRole } from "../../core/model"
import { type Database, type DatabaseAt, openDatabase } from "../../db/client"
import { migrate } from "../../db/migrate"
import { account, membership } from "../../db/schema"
import { createProject } from "../../server/commands/createProject"
import { createToken } from "../../server/commands/createToken"
import { insertAccount } from "../../server/commands/insertAccount"
import { compose } from "../../server/compose"
import { readEnv } from "../../server/env"
import { rawRouteFor } from "../../server/http/rawRoutes"
import { hashPassword } from "../../server/password"
import { provideServices, type Services } from "../../server/services"
import type { SyncServer } from "../../server/sync/syncServer"
import { layDatabase } from "./bornFolder"
import { emptyTables, openTestDb } from "./testDb"

/** Everybody's password in tests. */
export const PASSWORD = "a long enough password"

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export interface Call {
  readonly method?: string
  /** A token's secret; none: a stranger. */
  readonly as?: string
  readonly params?: Record<string, string>
  readonly body?: unknown
  readonly query?: string
  readonly headers?: Record<string, string>
}

export interface Answer {
  readonly status: number
  readonly body: any
}

export interface TestApp {
  readonly services: Services
  readonly sync: SyncServer
  readonly database: Database
  readonly dataDir: string
  /** Somebody with an account, and a token of theirs. */
  readonly person: (name: string) => Promise<{ id: MemberId; email: string; token: string }>
  /** A project of this owner. */
  readonly project: (owner: MemberId, name?: string) => Promise<ProjectId>
  readonly join: (project: ProjectId, member: MemberId, role: ProjectRole) => Promise<void>
  /** Calls a route's handler as Next would. */
  readonly call: (handler: Handler, call?: Call) => Promise<Answer>
  /** Serves the routes that the server answers itself, and the rooms, on a port of its own; by other services, if given. */
  readonly listen: (instead?: Services) => Promise<{ origin: string; stop: () => Promise<void> }>
  /** The files of the data folder, those of the database included, in which these bytes stand. */
  readonly filesWith: (words: string) => Promise<string[]>
  /** Empties the database for the next test. */
  readonly empty: () => Promise<void>
  /** Ends it and leaves its folder, for a server to be started on. */
  readonly leave: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The services of one process over a database in memory, without Next: for commands, queries and routes. */
export async function openTestApp(
  variables: Record<string, string> = {},
  place: "memory" | "disk" | { readonly url: string } = "memory",
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), "binome-test-"))
  const env = readEnv(
    {
      BINOME_TEST: "1",
      LOG_LEVEL: "silent",
      AUTH_SECRET: "a secret for tests only",
      DATA_DIR: dataDir,
      ...variables,
    },
    [],
  )
  const database =
    place === "memory" ? await openTestDb() : await opened(place === "disk" ? { dataDir } : place)
  const { services, sync } = compose(env, database)
  provideServices(services)
  const { db } = services
  const password = await hashPassword(PASSWORD)
  const leave = async () => {
    await services.waveforms.close()
    await services.machine.close()
    await services.agreements.close()
    await sync.stop()
    await database.close()
  }
  return {
    services,
    sync,
    database,
    dataDir,
    person: async (name) => {
      const email = `${name.toLowerCase().replace(/\W/g, ".")}@test.example`
      const id = await db.transaction((tx) =>
        insertAccount(tx, services, { name, email, password: PASSWORD }, password),
      )
      const { secret } = await createToken(services, { account: id, label: "test", days: 1 })
      return { id, email, token: secret }
    },
    project: async (owner, name = "A study") => {
      const made = { name, question: "", approach: "thematic", by: owner } as const
      return (await createProject(services, made)).id
    },
    join: async (project, member, role) => {
      await db.insert(membership).values({ project, account: member, role })
    },
    call: async (handler, call = {}) => callHandler(handler, call),
    listen: (instead = services) => listenRaw(instead, sync),
    filesWith: (words) => filesWith(dataDir, words),
    empty: () => emptyTables(database),
    leave,
    close: async () => {
      await leave()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function filesWith(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const held: string[] = []
  for (const file of files) {
    // What has gone meanwhile holds nothing.
    const bytes = await readFile(file).catch((error) =>
      error.code === "ENOENT" ? null : Promise.reject(error),
    )
    if (bytes?.includes(words)) held.push(relative(folder, file))
  }
  return held
}

async function opened(at: DatabaseAt): Promise<Database> {
  if ("dataDir" in at) await layDatabase(at.dataDir)
  const database = await openDatabase(at)
  await migrate(database)
  return database
}

/** Somebody's name, for tests that look at what was written. */
export async function nameOf({ services }: TestApp, id: MemberId): Promise<string | undefined> {
  const [row] = await services.db.select({ name: account.name }).from(account).where(eq(account.id, id))
  return row?.name
}

async function callHandler(
  handler: Handler,
  { method = "GET", as, params = {}, body, query = "", headers = {} }: Call,
) {
  const request = new Request(`http://binome.test/${query}`, {
    method,
    headers: { host: "binome.test", ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return readAnswer(await handler(request, { params: Promise.resolve(params) }))
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) }
}

async function listenRaw(services: Services, sync: SyncServer) {
  // Never closes a silent connection: on a busy machine the next request could meet the closing.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const raw = rawRouteFor(request)
    if (raw) void raw.answer(services, request, response, raw.params)
    else response.writeHead(404).end()
  })
  server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
