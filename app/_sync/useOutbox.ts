"use client"

import { useEffect, useMemo, useRef, useSyncExternalStore } from "react"
import { type Command, createOutbox, type Outbox } from "./outbox"

const nothing: Outbox = { waiting: [], refused: [] }
const RETRY_MS = 4_000

/** The member's commands on this device; tries again when the line is back and every few seconds. */
export function useOutbox(member: string, sent: (command: Command, answer: unknown) => void) {
  const told = useRef(sent)
  told.current = sent
  const outbox = useMemo(
    () =>
      typeof window === "undefined"
        ? null
        : createOutbox(member, window.localStorage, (command, answer) => told.current(command, answer)),
    [member],
  )
  const state = useSyncExternalStore(
    outbox?.subscribe ?? (() => () => {}),
    () => outbox?.read() ?? nothing,
    () => nothing,
  )
  useEffect(() => {
    if (!outbox) return
    const flush = () => void outbox.flush()
    flush()
    window.addEventListener("online", flush)
    window.addEventListener("storage", outbox.readAgain)
    const timer = setInterval(flush, RETRY_MS)
    return () => {
      window.removeEventListener("online", flush)
      window.removeEventListener("storage", outbox.readAgain)
      clearInterval(timer)
    }
  }, [outbox])
  return { ...state, add: outbox?.add ?? (() => {}), forgetRefused: outbox?.forgetRefused ?? (() => {}) }
}
