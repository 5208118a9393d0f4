"use client"

import { useEffect } from "react"
import { useDevice } from "../../../../../_device/DeviceOf"
import { liveAt } from "../../../../../_device/names"
import type { KeptLive, KeptOffset, LiveAbout } from "./keptLive"

/** Keeps what the page needs to open again without a network, once its notes are here. */
export function useKeepLive(about: LiveAbout, offset: KeptOffset | null, isHere: boolean): void {
  const device = useDevice()
  useEffect(() => {
    if (!device?.lasts || !isHere) return
    const kept: KeptLive = { ...about, kind: "live", offset }
    // Not kept: it opens with a network, as before.
    device.put("desks", liveAt(about.source), kept).catch(() => {})
  }, [device, about, offset, isHere])
}
