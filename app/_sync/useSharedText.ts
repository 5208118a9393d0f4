"use client"

import { useEffect, useState } from "react"
import type { WebsocketProvider } from "y-websocket"
import type * as Y from "yjs"
import { watchSaved } from "./acknowledgement"
import { connect, type RoomState } from "./connect"
import { wordsWritten } from "./lateWords"

export interface SharedText {
  /** Null until the server has given it. */
  readonly doc: Y.Doc | null
  /** What those who write show each other of themselves; null until then. */
  readonly awareness: Awareness | null
  readonly state: RoomState
  /** The server has acknowledged everything that was written here. */
  readonly saved: boolean
  /** Grows each time the line was taken up again: what one may may have changed. */
  readonly knocks: number
  /** What was written here and is nowhere else, as words. */
  readonly unsaved: () => string
}

type Awareness = WebsocketProvider["awareness"]

const closed: SharedText = {
  doc: null,
  awareness: null,
  state: "connecting",
  saved: true,
  knocks: 0,
  unsaved: () => "",
}
/** So long a page that is left waits for what it has just sent. */
const PATIENCE_MS = 20_000

/** Keeps a room open that is written by several, while the component is shown. */
export function useSharedText(room: string): SharedText {
  const [open, setOpen] = useState(closed)
  const [copy, setCopy] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    let written: Uint8Array[] = []
    let isSaved = true
    let isLeft = false
    let close = () => {}
    const learn = (news: Partial<SharedText>) => {
      if (!isLeft) setOpen((before) => ({ ...before, ...news }))
    }
    const connection = connect(room, {
      state: (state) => learn({ state }),
      replaced: () => setCopy((number) => number + 1),
    })
    const { doc, provider } = connection
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return
      written.push(update)
      isSaved = false
      learn({ saved: false })
    })
    const forgetSaved = watchSaved(connection, (acknowledged) => {
      if (!acknowledged) return
      written = []
      isSaved = true
      learn({ saved: true })
      if (isLeft) close()
    })
    provider.on("sync", (synced: boolean) => {
      if (synced && !isLeft)
        setOpen((before) => ({ ...before, doc, awareness: provider.awareness, knocks: before.knocks + 1 }))
    })
    setOpen({ ...closed, unsaved: () => wordsWritten(written) })
    return () => {
      isLeft = true
      let isOver = false
      close = () => {
        if (isOver) return
        isOver = true
        forgetSaved()
        connection.close()
      }
      if (isSaved) close()
      else setTimeout(close, PATIENCE_MS)
    }
  }, [room, copy])
  return open
}
