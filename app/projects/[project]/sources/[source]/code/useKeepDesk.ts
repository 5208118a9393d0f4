"use client"

import { useEffect } from "react"
import { useDevice } from "../../../../../_device/DeviceOf"
import type { KeptDesk } from "./keptDesk"

/** Keeps on this device what the desk knows of its source, as it changes, so that it opens without a network. */
export function useKeepDesk({ projectName, account, owner, seen }: Omit<KeptDesk, "project">): void {
  const device = useDevice()
  useEffect(() => {
    if (!device?.lasts) return
    const kept: KeptDesk = { project: seen.source.project, projectName, account, owner, seen }
    // Not kept: it opens with a network, as before.
    device.put("desks", seen.source.id, kept).catch(() => {})
  }, [device, projectName, account, owner, seen])
}
