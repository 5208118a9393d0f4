import * as decoding from "lib0/decoding"
import type { WebsocketProvider } from "y-websocket"
import type { Connection } from "./connect"

const MESSAGE_DURABLE = 100

/**
 * Says whether everything written here is durable on the server: true only when the server has counted as many
 * messages of this line as were sent (server/sync/PROTOCOL.md). Calls `changed` at every change; answers its remover.
 */
export function watchSaved({ doc, provider }: Connection, changed: (saved: boolean) => void): () => void {
  let sent = 0
  let durable = 0
  const tell = () => changed(provider.wsconnected && provider.synced && durable >= sent)
  provider.messageHandlers[MESSAGE_DURABLE] = (_encoder, decoder) => {
    durable = decoding.readVarUint(decoder)
    tell()
  }
  const onStatus = ({ status }: { status: string }) => {
    // On a new line the answer to the server's first question is the first message that counts.
    sent = status === "connected" ? 1 : sent
    durable = 0
    tell()
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === (provider as unknown)) return
    if (provider.wsconnected) sent++
    tell()
  }
  provider.on("status", onStatus)
  provider.on("sync", tell)
  doc.on("update", onUpdate)
  if (provider.wsconnected) sent = 1
  tell()
  return () => {
    provider.off("status", onStatus)
    provider.off("sync", tell)
    doc.off("update", onUpdate)
    delete (provider as WebsocketProvider).messageHandlers[MESSAGE_DURABLE]
  }
}
