"use client"

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { ringBell, whenRung } from "./bell"
import { createOutbox } from "./outbox"
import { sendLayers } from "./sendLayers"

type Answered = Parameters<typeof createOutbox>[0]["sent"]

export interface Outgoing {
  readonly outbox: ReturnType<typeof createOutbox>
  /** Hears the answers to commands; answers its remover. */
  readonly onAnswer: (hear: Answered) => () => void
  /** Says that a room is open here, and so sends for itself; answers its remover. */
  readonly holdRoom: (room: string) => () => void
}

const Current = createContext<Outgoing | null>(null)
const RETRY_MS = 4_000

/** What waits on this device to be sent; null until it is known. */
export function useOutgoing(): Outgoing | null {
  return useContext(Current)
}

interface Props {
  readonly member: string
  readonly children: ReactNode
}

/**
 * Sends what a member's device holds, on whichever page they are: commands in their order, and what was written in
 * layers that no window has open any more. Tries again when the line is back, and every few seconds.
 */
export function OutgoingOf({ member, children }: Props) {
  const device = useDevice()
  const hearers = useRef(new Set<Answered>())
  const [rooms] = useState(() => new Map<string, number>())
  const outgoing = useMemo((): Outgoing | null => {
    if (!device) return null
    const sent: Answered = (command, answer) => {
      for (const hear of hearers.current) hear(command, answer)
    }
    return {
      outbox: createOutbox({ device, sent, ring: () => ringBell(member) }),
      onAnswer(hear) {
        hearers.current.add(hear)
        return () => hearers.current.delete(hear)
      },
      holdRoom(room) {
        rooms.set(room, (rooms.get(room) ?? 0) + 1)
        return () => rooms.set(room, (rooms.get(room) ?? 1) - 1)
      },
    }
  }, [device, member, rooms])

  useEffect(() => {
    if (!outgoing || !device) return
    const { outbox } = outgoing
    const layers = sendLayers({ device, isOpen: (room) => (rooms.get(room) ?? 0) > 0 })
    const send = () => {
      void outbox.flush()
      void layers.send()
    }
    void outbox.readAgain().then(send)
    const timer = setInterval(send, RETRY_MS)
    window.addEventListener("online", send)
    const deaf = whenRung(member, () => void outbox.readAgain())
    return () => {
      clearInterval(timer)
      window.removeEventListener("online", send)
      deaf()
      layers.stop()
    }
  }, [outgoing, device, member, rooms])

  return <Current value={outgoing}>{children}</Current>
}
