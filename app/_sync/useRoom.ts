"use client"

import { useEffect, useState } from "react"
import { type Connection, connect, type Refused, type RoomState } from "./connect"

export interface OpenRoom {
  /** Null until the effect has run, and between two copies of a projection. */
  readonly connection: Connection | null
  readonly state: RoomState
  /** Why it will not be opened again, once that is so. */
  readonly refused: Refused | null
}

const closed: OpenRoom = { connection: null, state: "connecting", refused: null }

/** Keeps a room open while the component is shown. Null opens nothing. */
export function useRoom(room: string | null): OpenRoom {
  const [open, setOpen] = useState(closed)
  const [copy, setCopy] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (room === null) return
    const connection = connect(room, {
      state: (state) => setOpen((before) => ({ ...before, state })),
      replaced: () => setCopy((number) => number + 1),
      refused: (refused) => setOpen((before) => ({ ...before, refused })),
    })
    setOpen({ ...closed, connection })
    return () => {
      connection.close()
      setOpen(closed)
    }
  }, [room, copy])
  return open
}
