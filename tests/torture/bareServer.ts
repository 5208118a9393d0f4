/**
 * A process of its own with everything of the server but Next's pages, so that it starts in a second: the API by its
 * own handlers, the rooms, the database in a folder. First it looks whether the rows agree with each other and prints
 * what it found; an empty database gets a study with three people.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { encode } from "next-auth/jwt"
import { routes } from "../../app/api/routes"
import { GET as readyz } from "../../app/readyz/route"
import { openDatabase } from "../../db/client"
import { migrate } from "../../db/migrate"
import { membership } from "../../db/schema"
import { createCode } from "../../server/commands/changeCodebook"
import { createProject } from "../../server/commands/createProject"
import { insertAccount } from "../../server/commands/insertAccount"
import { compose } from "../../server/compose"
import { readEnv } from "../../server/env"
import { headersOf, sendResponse } from "../../server/http/nodeRequest"
import { rawRouteFor } from "../../server/http/rawRoutes"
import { provideServices, type Services } from "../../server/services"
import { openSession } from "../../server/signIn"
import { type RowsFound, readRows } from "./rows"

/** Said once on standard output when it listens. */
export interface BareServerSays {
  readonly port: number
  readonly rows: RowsFound
  /** Only of an empty database. */
  readonly study: { project: string; code: string; people: { id: string; cookie: string }[] } | null
}

const env = readEnv({ BINOME_TEST: "1", AUTH_SECRET: "a secret for the storm only", ...process.env }, [])
const database = await openDatabase({ dataDir: env.dataDir })
await migrate(database)
const { services, sync } = compose(env, database)
provideServices(services)
const rows = await readRows(services.db)
const study = (await services.db.select().from(membership)).length === 0 ? await found(services) : null
// Never closes a silent connection: a test that was busy meanwhile would send its next request into the closing.
const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  answer(request, response).catch(() => response.destroy())
})
server.on("upgrade", sync.handleUpgrade)
server.listen(env.port, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ port, rows, study } satisfies BareServerSays))
})

async function found(services: Services): Promise<BareServerSays["study"]> {
  const people: { id: string; cookie: string }[] = []
  for (const name of ["Ana", "Ben", "Claire"]) {
    const account = { name, email: `${name}@test.example`, password: "" }
    const id = await services.db.transaction((tx) => insertAccount(tx, services, account, "none"))
    const token = await encode({
      token: { sid: await openSession(services, id) },
      secret: services.env.authSecret!,
    })
    people.push({ id, cookie: `next-auth.session-token=${token}` })
  }
  const [ana, ben, claire] = people.map(({ id }) => id) as [string, string, string]
  const made = { name: "Étude", question: "", approach: "thematic", by: ana } as const
  const { id: project } = await createProject(services, made)
  await services.db.insert(membership).values([
    { project, account: ben, role: "coder" },
    { project, account: claire, role: "supervisor" },
  ])
  const { id: code } = await createCode(services, {
    project,
    by: ana,
    name: "hériter",
    parent: null,
    codable: true,
    definition: "",
    colour: null,
  })
  return { project, code, people }
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = rawRouteFor(request)
  if (raw) return raw.answer(services, request, response, raw.params)
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`)
  if (url.pathname === "/readyz") return sendResponse(await readyz(), response)
  for (const [path, methods] of Object.entries(routes)) {
    const handler = (methods as Record<string, Handler>)[request.method ?? ""]
    const params = match(path, url.pathname)
    if (!handler || !params) continue
    const method = request.method!
    const body = method === "GET" ? {} : { body: await buffer(request) }
    const asked = new Request(url, { method, headers: headersOf(request), ...body })
    return sendResponse(await handler(asked, { params: Promise.resolve(params) }), response)
  }
  response.writeHead(404).end()
}

function match(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const found = new RegExp(`^${pattern.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path)
  return found && Object.fromEntries(names.map((name, index) => [name, found[index + 1]!]))
}
