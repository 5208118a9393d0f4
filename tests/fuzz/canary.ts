/**
 * Two stock clients in a room that nobody attacks: one writes, the other says how long each word took. What this
 * process was itself held up by the machine is told beside it.
 */
import { WebSocket } from "ws"
import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"

export interface CanarySong {
  readonly heard: number
  readonly written: number
  readonly worstMs: number
  readonly p99Ms: number
  /** The longest that this process itself was late for its own timer. */
  readonly lateMs: number
  readonly closings: number
}

const EVERY_MS = 20
const port = process.argv[2]!
let closings = 0
const waits: number[] = []
let written = 0
let lateMs = 0

function sit(member: string): Promise<Y.Doc> {
  class SignedIn extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { authorization: `Bearer ${member}` } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, "layer/canary", doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  })
  provider.on("connection-close", () => closings++)
  return new Promise((resolve) => provider.once("sync", () => resolve(doc)))
}

const [writer, reader] = [await sit("canary-a"), await sit("canary-b")]
reader.getMap("codings").observe((event) => {
  if (event.keysChanged.has("word"))
    waits.push(performance.now() - Number(reader.getMap("codings").get("word")))
})
let last = performance.now()
setInterval(() => {
  const now = performance.now()
  lateMs = Math.max(lateMs, now - last - EVERY_MS)
  last = now
  written++
  writer.getMap("codings").set("word", now)
}, EVERY_MS)

process.on("message", (message) => {
  if (message !== "song") return
  const sorted = [...waits].sort((a, b) => a - b)
  const song: CanarySong = {
    heard: waits.length,
    written,
    worstMs: sorted.at(-1) ?? Number.POSITIVE_INFINITY,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.POSITIVE_INFINITY,
    lateMs,
    closings,
  }
  waits.length = 0
  written = 0
  lateMs = 0
  process.send?.(song)
})
process.on("disconnect", () => process.exit(0))
process.send?.("singing")
