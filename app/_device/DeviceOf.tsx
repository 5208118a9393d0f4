"use client"

import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import type { Device } from "./device"
import { noteWhoIsHere, whenAnotherIsHere, whoIsHere } from "./here"
import { openDevice } from "./openDevice"
import { wipeCopies } from "./wipe"

const Current = createContext<Device | null>(null)

/** What this browser keeps for the member who is signed in; null until it is open. */
export function useDevice(): Device | null {
  return useContext(Current)
}

interface Props {
  readonly member: string
  readonly children: ReactNode
}

/**
 * Opens a member's device for all that is shown inside. Whoever was here before keeps nothing on it but what waits to
 * be sent; when somebody else comes, or the member signs out in another tab, this tab shows nothing more of theirs.
 */
export function DeviceOf({ member, children }: Props) {
  const [device, setDevice] = useState<Device | null>(null)
  useEffect(() => {
    const before = whoIsHere()
    if (before !== null && before !== member) void forgetGuest(before)
    noteWhoIsHere(member)
    return whenAnotherIsHere(member, (other) =>
      other === null ? location.assign("/sign-in") : location.reload(),
    )
  }, [member])
  useEffect(() => {
    const opening = openDevice(member)
    let isLeft = false
    void opening.then((opened) => {
      if (!isLeft) setDevice(opened)
    })
    return () => {
      isLeft = true
      setDevice(null)
      void opening.then((opened) => opened.close())
    }
  }, [member])
  return <Current value={device}>{children}</Current>
}

async function forgetGuest(member: string): Promise<void> {
  const device = await openDevice(member)
  await wipeCopies(device).catch(() => {})
  device.close()
}
