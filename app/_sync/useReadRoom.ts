"use client"

import { useEffect, useState } from "react"
import * as Y from "yjs"
import { useDevice } from "../_device/DeviceOf"
import type { Connection, RoomState } from "./connect"
import { forgetRefused } from "./refusedRoom"
import { useRoom } from "./useRoom"

export interface ReadRoom {
  /** What the server shows; without a line, what it last showed. Null while neither is known. */
  readonly doc: Y.Doc | null
  readonly state: RoomState
  readonly connection: Connection | null
}

const PAUSE_MS = 1_000

/**
 * A room that is read here and not written, and whose copy is kept on this device. The copy stands apart from the
 * document that is connected: it is never sent, so nothing that was erased comes back from a device (S34).
 */
export function useReadRoom(room: string): ReadRoom {
  const device = useDevice()
  const { connection, state, refused } = useRoom(room)
  const [live, setLive] = useState<Y.Doc | null>(null)
  const [kept, setKept] = useState<Y.Doc | null>(null)

  useEffect(() => {
    if (!connection) setLive(null)
    else if (state === "synced") setLive(connection.doc)
  }, [connection, state])
  useEffect(() => {
    // A copy that waits out its pause is let go before the refusal wipes them.
    if (device && live && !refused) return keepCopy(live, (copy) => device.put("copies", room, copy))
  }, [device, room, live, refused])
  useEffect(() => {
    if (!device || state !== "offline" || live) return
    let isLeft = false
    void device.find<Uint8Array>("copies", room).then((copy) => {
      if (!isLeft && copy) setKept(documentOf(copy))
    })
    return () => {
      isLeft = true
      setKept(null)
    }
  }, [device, room, state, live])
  useEffect(() => {
    if (device && refused) void forgetRefused(device, { room, because: refused })
  }, [device, room, refused])

  return { doc: live ?? kept, state, connection }
}

/** The document that a copy was made of. */
export function documentOf(copy: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, copy)
  return doc
}

/** Keeps a document as it is now, and after each of its changes; answers its remover. A failure loses nothing written. */
function keepCopy(doc: Y.Doc, put: (copy: Uint8Array) => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => void put(Y.encodeStateAsUpdate(doc)).catch(() => {})
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE_MS)
  }
  keep()
  doc.on("update", soon)
  return () => {
    clearTimeout(timer)
    doc.off("update", soon)
  }
}
