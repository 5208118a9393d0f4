import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { type ClientOptions, WebSocket } from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"
import type { Limits } from "../../server/sync/limits"
import type { Admission, Projections, SyncPorts } from "../../server/sync/ports"
import { createSyncServer, type SyncServer } from "../../server/sync/syncServer"
import { type MemoryStore, memoryStore } from "./memoryStore"

/** A sync server on a free port, where a bearer token is a member's name. */
export interface TestSync {
  readonly sync: SyncServer
  readonly store: MemoryStore
  readonly url: string
  /** A stock client in a room; `doc` and `provider` are its own. */
  readonly client: (member: string, room: string, options?: ClientSettings) => TestClient
  /** A bare socket, for frames that no client would send. */
  readonly raw: (member: string, room: string) => WebSocket
  readonly logged: unknown[]
  readonly stop: () => Promise<void>
}

export interface TestClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Codes of all closings so far. */
  readonly closings: number[]
  readonly synced: () => Promise<void>
}

interface ClientSettings {
  readonly doc?: Y.Doc
  readonly ack?: boolean
}

interface TestPorts {
  readonly admit?: (room: string, member: string) => Admission
  readonly projections?: Projections
  readonly store?: MemoryStore
  readonly limits?: Partial<Limits>
  readonly ports?: Partial<SyncPorts>
}

const everybodyWrites: Admission = { access: "write", kind: "log", awareness: { fields: ["user", "cursor"] } }
const noProjections: Projections = { open: () => Promise.reject(new Error("none")), refresh: async () => {} }

export async function startSync(given: TestPorts = {}): Promise<TestSync> {
  const store = given.store ?? memoryStore()
  const logged: unknown[] = []
  const note = (fields: object, message: string) => logged.push({ ...fields, message })
  const sync = createSyncServer({
    whoIs: async ({ headers }) => {
      const member = headers.authorization?.replace("Bearer ", "")
      return member ? { member, session: `${member}-session`, until: null, mayWrite: true } : null
    },
    admit: async (room, { member }) => given.admit?.(room, member) ?? everybodyWrites,
    originAllowed: () => true,
    addressOf: () => null,
    store,
    projections: given.projections ?? noProjections,
    log: { info: note, warn: note, error: note },
    ...(given.limits ? { limits: given.limits } : {}),
    ...given.ports,
  })
  const server = createServer().on("upgrade", sync.handleUpgrade)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/collab`
  const clients: TestClient[] = []
  const raws: WebSocket[] = []
  return {
    sync,
    store,
    url,
    logged,
    client: (member, room, settings) => {
      const client = connect(url, member, room, settings)
      clients.push(client)
      return client
    },
    raw: (member, room) => {
      const socket = new WebSocket(`${url}/${room}`, bearer(member)).on("error", () => {})
      raws.push(socket)
      return socket
    },
    stop: async () => {
      for (const { provider, doc } of clients) {
        provider.destroy()
        doc.destroy()
      }
      for (const socket of raws) socket.terminate()
      await sync.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const bearer = (member: string): ClientOptions =>
  member ? { headers: { authorization: `Bearer ${member}` } } : {}

/** A stock client of whoever this bearer token says. */
export function connect(
  url: string,
  member: string,
  room: string,
  { doc = new Y.Doc(), ack }: ClientSettings = {},
) {
  // The stock client has no way to send a header; browsers send the cookie by themselves.
  class SignedIn extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, bearer(member))
    }
  }
  const provider = new WebsocketProvider(url, room, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: ack ? { ack: "1" } : {},
    maxBackoffTime: 200,
  })
  const closings: number[] = []
  provider.on("connection-close", (event) => event && closings.push(event.code))
  const synced = () =>
    new Promise<void>((resolve) => {
      if (provider.synced) resolve()
      else provider.once("sync", () => resolve())
    })
  return { doc, provider, closings, synced }
}
