"use client"

import { useEffect, useState } from "react"
import type * as Y from "yjs"
import { useDevice } from "../_device/DeviceOf"
import type { RoomState } from "./connect"
import type { Safety } from "./keepWriting"
import { useOutgoing } from "./Outgoing"
import { openLayer } from "./openLayer"

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new connection
  useEffect(() => {
    if (!device || !outgoing) return
    const room = `layer/${source}/${member}`
    const letGo = outgoing.holdRoom(room)
    const learn = (news: Partial<OwnLayerRoom>) => setOpen((before) => ({ ...before, ...news }))
    const layer = openLayer(room, device, {
      state: (state) => learn({ state }),
      safety: (safety) => learn({ safety }),
      ready: () => learn({ ready: true }),
      replaced: () => setCopy((number) => number + 1),
    })
    learn({ doc: layer.doc })
    return () => {
      layer.close()
      letGo()
      setOpen(closed)
    }
  }, [device, outgoing, source, member, copy])
  return open
}
