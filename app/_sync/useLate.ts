"use client"

import { useSyncExternalStore } from "react"
import type { Late } from "./late"
import { useOutgoing } from "./Outgoing"

const nothing: readonly Late[] = []

/** What the member wrote in transcripts that came too late to enter them. */
export function useLate() {
  const late = useOutgoing()?.late
  const all = useSyncExternalStore(
    late?.subscribe ?? (() => () => {}),
    () => late?.read() ?? nothing,
    () => nothing,
  )
  return { all, dismiss: (room: string) => void late?.dismiss(room).catch(() => {}) }
}
