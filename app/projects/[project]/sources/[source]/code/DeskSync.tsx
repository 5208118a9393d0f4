"use client"

import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import type { OwnLayer } from "../../../../../_sync/useLayer"
import { type Sync, SyncState } from "../../../../../_ui/SyncState"

const QUIET_MS = 2000

interface Props {
  readonly layer: OwnLayer
  /** Passages whose completion waits to be sent. */
  readonly waiting: number
}

/** Whether one's work is durable, said in the header; a word of it only when it takes long. */
export function DeskSync({ layer, waiting }: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById("desk-sync")), [])
  const isSaved = layer.ready && layer.saved && waiting === 0
  const slow = useSlow(!isSaved)

  useEffect(() => {
    if (layer.saved || !layer.ready) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [layer.saved, layer.ready])

  const sync = syncOf(layer, isSaved, slow, waiting)
  return place && sync && createPortal(<SyncState sync={sync} />, place)
}

/** Null while it is only just on its way: neither saved nor worth a word. */
function syncOf(layer: OwnLayer, isSaved: boolean, slow: boolean, waiting: number): Sync | null {
  if (layer.state === "refused") return { state: "closed", reload: () => location.reload() }
  if (isSaved) return { state: "saved" }
  if (!slow) return null
  return layer.state === "synced" ? { state: "sending", waiting: 0 } : { state: "offline", waiting }
}

function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [pending])
  return slow
}
