"use client"

import { useEffect, useRef } from "react"
import { ownClock, readSharedClock, type SharedClock } from "./clock"

/** The shared clock, read ahead of need, and again after sleep or a lost line; one's own until an answer comes. */
export function useSharedClock(isOnline: boolean): () => SharedClock {
  const clock = useRef<SharedClock>(ownClock)
  const read = useRef(() => clock.current)
  useEffect(() => {
    if (!isOnline) return
    const ask = () => {
      if (document.visibilityState !== "visible") return
      readSharedClock().then(
        (answer) => {
          clock.current = answer
        },
        () => {}, // no line: the clock that was stays
      )
    }
    ask()
    document.addEventListener("visibilitychange", ask)
    return () => document.removeEventListener("visibilitychange", ask)
  }, [isOnline])
  return read.current
}
