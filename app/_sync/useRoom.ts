"use client"

import { useEffect, useState } from "react"
import { type Connection, connect, type RoomState } from "./connect"

export interface OpenRoom {
  /** Null until the effect has run, and between two copies of a projection. */
  readonly connection: Connection | null
  readonly state: RoomState
}

/** Keeps a room open while the component is shown. Null opens nothing. */
export function useRoom(room: string | null): OpenRoom {
  const [open, setOpen] = useState<OpenRoom>({ connection: null, state: "connecting" })
  const [copy, setCopy] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (room === null) return
    const connection = connect(room, {
      state: (state) => setOpen((before) => ({ ...before, state })),
      replaced: () => setCopy((number) => number + 1),
    })
    setOpen({ connection, state: "connecting" })
    return () => {
      connection.close()
      setOpen({ connection: null, state: "connecting" })
    }
  }, [room, copy])
  return open
}
