"use client"

import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import type { NotKept } from "../../../../../_device/device"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { SyncState } from "../../../../../_ui/SyncState"
import { useSlow } from "../../../../../_ui/useSlow"
import { syncOf } from "./syncOf"

interface Props {
  readonly layer: OwnLayer
  /** Passages whose completion waits to be sent. */
  readonly waiting: number
  /** Why these would be lost with this window. */
  readonly notKept: NotKept | null
}

/** Where one's work is, said in the header; a word of it only when it takes long. */
export function DeskSync({ layer, waiting, notKept }: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById("desk-sync")), [])
  const { state, safety, ready } = layer
  const isSaved = ready && safety === "saved" && waiting === 0
  const slow = useSlow(!isSaved || state === "offline")
  const sync = syncOf({ state, safety, ready, waiting, notKept, slow })
  return place && createPortal(<SyncState sync={sync} reload={() => location.reload()} />, place)
}
