import { WebsocketProvider } from "y-websocket"
import * as Y from "yjs"

/** Where a room's copy stands. `refused` is final: not signed in any more, or not allowed. */
export type RoomState = "connecting" | "synced" | "offline" | "refused"

export interface Connection {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  close(): void
}

const REFUSED = [4401, 4403]
const STALE = 4409

/**
 * Opens a room in an empty document. `replaced` is called when the server says that this copy of a projection is
 * stale: throw it away and connect anew. Nothing crosses between tabs but through the server (B6).
 */
export function connect(
  room: string,
  on: { readonly state: (state: RoomState) => void; readonly replaced: () => void },
): Connection {
  const doc = new Y.Doc()
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/collab`
  const provider = new WebsocketProvider(address, room, doc, { disableBc: true, params: { ack: "1" } })
  let refused = false
  provider.on("status", ({ status }) => {
    if (!refused && status !== "connected") on.state(provider.synced ? "connecting" : "offline")
  })
  provider.on("sync", (synced: boolean) => {
    if (!refused) on.state(synced ? "synced" : "offline")
  })
  provider.on("connection-close", (event) => {
    if (event?.code === STALE) on.replaced()
    else if (event && REFUSED.includes(event.code)) {
      refused = true
      on.state("refused")
    }
  })
  // The device knows at once that its line is gone; the socket notices half a minute later.
  const onLine = () => {
    if (refused) return
    on.state(!navigator.onLine ? "offline" : provider.synced ? "synced" : "connecting")
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
