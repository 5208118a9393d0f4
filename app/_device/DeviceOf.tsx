"use client"

import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import type { Device } from "./device"
import { createDevices, type Devices } from "./devices"
import { forgetGuests, noteGuest } from "./guests"
import { noteWhoIsHere, whenAnotherIsHere, whoIsHere } from "./here"

const Current = createContext<Device | null>(null)
const InWindow = createContext<Devices | null>(null)

/** What this browser keeps for the member who is signed in; null until it is open. */
export function useDevice(): Device | null {
  return useContext(Current)
}

/** Stands around all pages of a window, so that they share what it opens. */
export function DevicesOfWindow({ children }: { readonly children: ReactNode }) {
  const [devices] = useState(() => createDevices())
  return <InWindow value={devices}>{children}</InWindow>
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
  const devices = useContext(InWindow)!
  const [device, setDevice] = useState<Device | null>(null)
  useEffect(() => {
    const before = whoIsHere()
    if (before !== null && before !== member) noteGuest(before)
    noteWhoIsHere(member)
    void forgetGuests(member)
    return whenAnotherIsHere(member, (other) =>
      other === null ? location.assign("/sign-in") : location.reload(),
    )
  }, [member])
  useEffect(() => {
    let isLeft = false
    void devices.of(member).then((opened) => {
      if (!isLeft) setDevice(opened)
    })
    return () => {
      isLeft = true
      setDevice(null)
    }
  }, [devices, member])
  return <Current value={device}>{children}</Current>
}
