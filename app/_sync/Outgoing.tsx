"use client"

import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import { DevicesOfWindow, useDevice } from "../_device/DeviceOf"
import type { Device } from "../_device/device"
import { useStayWarning } from "../_ui/useStayWarning"
import { whenRung } from "./bell"
import { createOutgoing, holdsAlone, type Outgoing } from "./createOutgoing"
import { sendLayers } from "./sendLayers"
import { sendRichTexts } from "./sendRichTexts"
import { sendTexts } from "./sendTexts"

const Current = createContext<Outgoing | null>(null)
const InWindow = createContext<WeakMap<Device, Outgoing> | null>(null)
const RETRY_MS = 4_000

/** What waits on this device to be sent; null until it is known. */
export function useOutgoing(): Outgoing | null {
  return useContext(Current)
}

/**
 * Stands around all pages of a window. What this browser lends no storage for, or has no room for, is in the window
 * alone: it goes with the window, and not with the page on which it was made.
 */
export function OneWindow({ children }: { readonly children: ReactNode }) {
  const [held] = useState(() => new WeakMap<Device, Outgoing>())
  return (
    <InWindow value={held}>
      <DevicesOfWindow>{children}</DevicesOfWindow>
    </InWindow>
  )
}

interface Props {
  readonly member: string
  readonly children: ReactNode
}

/**
 * Sends what a member's device holds, on whichever page they are: commands in their order, and what was written in
 * layers, transcripts and rich texts that no window has open any more. Tries again when the line is back, and every few seconds. Before the window
 * is closed it asks, as long as something is nowhere but in it.
 */
export function OutgoingOf({ member, children }: Props) {
  const device = useDevice()
  const held = useContext(InWindow)!
  const outgoing = device && outgoingOf(device, held)
  const [isOnlyHere, setOnlyHere] = useState(false)
  useStayWarning(isOnlyHere)

  useEffect(() => {
    if (!outgoing || !device) return
    const { outbox, late } = outgoing
    const layers = sendLayers({ device, ...outgoing })
    const texts = sendTexts({ device, ...outgoing })
    const rich = sendRichTexts({ device, ...outgoing })
    const look = () => void holdsAlone(device, outgoing).then(setOnlyHere)
    const send = () => {
      void outbox.flush()
      void layers.send()
      void texts.send()
      void rich.send()
      look()
    }
    const removers = [outgoing.whenAlone(look), outbox.subscribe(look), late.subscribe(look)]
    look()
    void late.readAgain()
    void outbox.readAgain().then(send)
    const timer = setInterval(send, RETRY_MS)
    window.addEventListener("online", send)
    const deaf = whenRung(member, () => {
      void outbox.readAgain()
      void late.readAgain()
    })
    return () => {
      clearInterval(timer)
      window.removeEventListener("online", send)
      deaf()
      layers.stop()
      texts.stop()
      rich.stop()
      for (const remove of removers) remove()
    }
  }, [outgoing, device, member])

  return <Current value={outgoing}>{children}</Current>
}

function outgoingOf(device: Device, held: WeakMap<Device, Outgoing>): Outgoing {
  const known = held.get(device)
  if (known) return known
  const made = createOutgoing(device)
  held.set(device, made)
  return made
}
