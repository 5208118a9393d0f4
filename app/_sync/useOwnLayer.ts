"use client"

import { useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import type * as Y from "yjs"
import { useDevice } from "../_device/DeviceOf"
import type { Entry } from "./carryOver"
import type { RoomState } from "./connect"
import type { Safety } from "./keepWriting"
import { useOutgoing } from "./Outgoing"
import { openLayer } from "./openLayer"
import { withNews } from "./withNews"

export interface OwnLayerRoom {
  readonly doc: Y.Doc | null
  readonly state: RoomState
  readonly safety: Safety
  readonly ready: boolean
}

const closed: OwnLayerRoom = { doc: null, state: "connecting", safety: "saved", ready: false }

/** Keeps one's own layer open while the component is shown. */
export function useOwnLayer(source: string, member: string): OwnLayerRoom {
  const device = useDevice()
  const outgoing = useOutgoing()
  const [open, setOpen] = useState<OwnLayerRoom>(closed)
  const [copy, setCopy] = useState(0)
  const carried = useRef<readonly Entry[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (!device || !outgoing) return
    const room = `layer/${source}/${member}`
    const letGo = outgoing.holdRoom(room)
    const learn = (news: Partial<OwnLayerRoom>) => setOpen((before) => withNews(before, news))
    const hears = {
      state: (state: RoomState) => learn({ state }),
      safety: (safety: Safety) => learn({ safety }),
      ready: () => learn({ ready: true }),
      alone: outgoing.hearAlone(),
      replaced(left: readonly Entry[]) {
        carried.current = left
        // Not a moment later: nothing is to be written in a document that is let go of.
        flushSync(() => setCopy((number) => number + 1))
      },
    }
    const layer = openLayer(room, device, hears, carried.current)
    carried.current = []
    learn({ doc: layer.doc })
    return () => {
      layer.close()
      letGo()
      setOpen(closed)
    }
  }, [device, outgoing, source, member, copy])
  return open
}
