import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"

/**
 * Where a room's copy stands. `refused` is final: not signed in any more, or not allowed. So are `full`, where the
 * document holds as much as one may, and `not-taken`, where the server cannot take what is written here.
 */
export type RoomState = "connecting" | "synced" | "offline" | "refused" | "full" | "not-taken"

/** Whether a room in this state is not knocked at any more. */
export function isFinal(state: RoomState): boolean {
  return state === "refused" || state === "full" || state === "not-taken"
}

/** Why a room will not be opened again: nobody is signed in, or it is not this member's to see. */
export type Refused = "signed-out" | "not-allowed"

export interface Connection {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  close(): void
}

interface Hears {
  readonly state: (state: RoomState) => void
  /** This copy is stale: throw it away and connect anew. */
  readonly replaced: () => void
  readonly refused?: (because: Refused) => void
}

const refusals: Readonly<Record<number, Refused>> = { 4401: "signed-out", 4403: "not-allowed" }
const STALE = 4409
/** Knocking again with the same writing ends the same way. */
const untaken: Readonly<Record<number, RoomState>> = { 4413: "full", 1009: "not-taken", 1007: "not-taken" }

/**
 * Opens a room in an empty document; one that `waits` knocks when its provider is told to. Nothing crosses between
 * tabs but through the server (B6).
 */
export function connect(
  room: string,
  on: Hears,
  { waits = false }: { readonly waits?: boolean } = {},
): Connection {
  const doc = new Y.Doc()
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/collab`
  const provider = new WebsocketProvider(address, room, doc, {
    connect: !waits,
    disableBc: true,
    params: { ack: "1" },
    shouldReconnect: ({ code }) => !(code in untaken) && !(code >= 4400 && code < 4500),
  })
  let ended = false
  // The first knock is given its time; after one that failed there is no line until there is.
  let failed = false
  const tell = () => {
    if (!ended) on.state(provider.synced ? "synced" : failed || !navigator.onLine ? "offline" : "connecting")
  }
  provider.on("sync", (synced: boolean) => {
    failed = !synced
    tell()
  })
  provider.on("connection-close", (event) => {
    failed = true
    tell()
    if (!event) return
    if (event.code === STALE) return on.replaced()
    const because = refusals[event.code]
    const end = because ? "refused" : untaken[event.code]
    if (!end) return
    ended = true
    on.state(end)
    if (because) on.refused?.(because)
  })
  // The device knows at once that its line is gone; the socket notices half a minute later.
  const onLine = () => {
    if (!ended) on.state(navigator.onLine && provider.synced ? "synced" : "offline")
  }
  window.addEventListener("offline", onLine)
  window.addEventListener("online", onLine)
  return {
    doc,
    provider,
    close() {
      window.removeEventListener("offline", onLine)
      window.removeEventListener("online", onLine)
      provider.destroy()
      doc.destroy()
    },
  }
}
