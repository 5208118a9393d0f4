"use client"

import { useEffect, useRef, useSyncExternalStore } from "react"
import { useOutgoing } from "./Outgoing"
import type { Command, Outbox } from "./outbox"

const nothing: Outbox = { waiting: [], refused: [], notKept: null }

/** The member's commands on this device. `sent` hears each answer; undefined where another tab received it. */
export function useOutbox(sent: (command: Command, answer: unknown) => void) {
  const outgoing = useOutgoing()
  const outbox = outgoing?.outbox
  const told = useRef(sent)
  told.current = sent
  useEffect(() => outgoing?.onAnswer((command, answer) => told.current(command, answer)), [outgoing])
  const state = useSyncExternalStore(
    outbox?.subscribe ?? (() => () => {}),
    () => outbox?.read() ?? nothing,
    () => nothing,
  )
  return { ...state, add: outbox?.add ?? (() => {}), forgetRefused: outbox?.forgetRefused ?? (() => {}) }
}
