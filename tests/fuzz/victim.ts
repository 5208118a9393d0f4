/**
 * The process under siege: the sync server over a real log. Who asks is who their bearer token says. Rooms whose
 * name begins with `layer/` are written, `notes/` are written and show presence, `review/` are a projection.
 */
import { readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Y from "yjs"
import { openDatabase } from "../../db/client"
import { migrate } from "../../db/migrate"
import { databaseStore } from "../../server/sync/databaseStore"
import type { Admission } from "../../server/sync/ports"
import { createSyncServer } from "../../server/sync/syncServer"
import { memoryStore } from "../support/memoryStore"

export interface VictimState {
  readonly rss: number
  /** The most that it worked without a turn for anybody else since it was last asked: its processor time, in ms. */
  readonly busyMs: number
  readonly sockets: number
  readonly rooms: number
  readonly failures: readonly string[]
}

const admissions: Readonly<Record<string, Admission>> = {
  layer: { access: "write", kind: "log", awareness: "none" },
  notes: { access: "write", kind: "log", awareness: { fields: ["here"], stamp: { member: "m" } } },
  review: { access: "read", kind: "projection", awareness: { fields: ["here"] } },
}

async function openStore() {
  if (process.argv.includes("--in-memory")) return memoryStore()
  const dataDir = await mkdtemp(join(tmpdir(), "binome-siege-"))
  process.on("exit", () => void rm(dataDir, { recursive: true, force: true }))
  const database = await openDatabase({ dataDir })
  await migrate(database)
  return databaseStore(database.db)
}

function openProjection() {
  const doc = new Y.Doc()
  for (let at = 0; at < 200; at++) doc.getMap("flags").set(`flag ${at}`, { id: at, quote: "mots".repeat(20) })
  return { doc, close: () => doc.destroy() }
}

const failures: string[] = []
const fail = ({ error }: { error?: unknown }, message: string) => {
  failures.push(`${message}: ${error instanceof Error ? error.stack : String(error)}`)
}
const sync = createSyncServer({
  whoIs: async ({ headers }) => {
    const member = headers.authorization?.replace("Bearer ", "")
    return member ? { member, session: member, until: null, mayWrite: true } : null
  },
  admit: async (room) => admissions[room.split("/")[0]!] ?? { access: "none" },
  originAllowed: () => true,
  addressOf: ({ socket }) => socket.remoteAddress ?? null,
  store: await openStore(),
  projections: { open: async () => openProjection(), refresh: async () => {} },
  log: { info: () => {}, warn: fail as never, error: fail as never },
})
const server = createServer((_, response) => response.writeHead(404).end())
server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head))
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

let busyMs = 0
let last = workedMs()
setInterval(() => {
  const now = workedMs()
  busyMs = Math.max(busyMs, now - last)
  last = now
}, 1)

/** Processor time of the thread that serves everybody; without Linux's word for it, that of the whole process. */
function workedMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6
  } catch {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}

process.on("message", (message) => {
  if (message !== "state") return
  const worked = busyMs
  globalThis.gc?.()
  last = workedMs()
  busyMs = 0
  const state: VictimState = {
    busyMs: worked,
    rss: process.memoryUsage.rss(),
    ...sync.stats(),
    failures: failures.splice(0),
  }
  process.send?.(state)
})
process.on("disconnect", () => process.exit(0))
process.send?.({ port: (server.address() as AddressInfo).port })
