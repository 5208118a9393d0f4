import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"

/** Where a room's copy stands. `refused` is final: not signed in any more, or not allowed. */
export type RoomState = "connecting" | "synced" | "offline" | "refused"

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
  })
  let refused = false
  // The first knock is given its time; after one that failed there is no line until there is.
  let failed = false
  const tell = () => {
    if (!refused)
      on.state(provider.synced ? "synced" : failed || !navigator.onLine ? "offline" : "connecting")
  }
  provider.on("sync", (synced: boolean) => {
    failed = !synced
    tell()
  })
  provider.on("connection-close", (event) => {
    failed = true
    tell()
    const because = event && refusals[event.code]
    if (event?.code === STALE) on.replaced()
    else if (because) {
      refused = true
      on.state("refused")
      on.refused?.(because)
    }
  })
  // The device knows at once that its line is gone; the socket notices half a minute later.
  const onLine = () => {
    if (!refused) on.state(navigator.onLine && provider.synced ? "synced" : "offline")
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
