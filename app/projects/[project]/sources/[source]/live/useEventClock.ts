"use client"

import { useEffect, useRef, useState } from "react"
import { afterSleep, type ClockOffset, eventTime, ownOffset } from "../../../../../../core/eventClock"
import { clocksHere, measureOffset } from "../../../../../_sync/serverClock"
import type { KeptOffset } from "./keptLive"

export interface EventClock {
  readonly now: () => number
  /** False until this device has heard the server, or has tried to. */
  readonly isSet: boolean
  /** As it was last measured; null where it never was, and this device's own clock stands in. */
  readonly offset: KeptOffset | null
}

const MEASURED_EACH_MS = 5 * 60_000

/** The clock of the event, measured ahead of need and again while there is a line; `kept` from before a reload. */
export function useEventClock(
  kept: KeptOffset | null,
  findKept: () => Promise<KeptOffset | null>,
  isOnline: boolean,
): EventClock {
  const current = useRef<ClockOffset | null>(null)
  const [offset, setOffset] = useState(kept)
  const [isSet, setSet] = useState(kept !== null)
  const measureNow = useRef<(() => void) | null>(null)
  const find = useRef(findKept)
  find.current = findKept
  const now = useRef(() => {
    const here = clocksHere()
    current.current ??= kept ? afterSleep({ ...kept, steady: 0 }, here) : ownOffset(here)
    return eventTime(current.current, here)
  })
  useEffect(() => {
    let isOver = false
    const measure = async () => {
      try {
        const measured = await measureOffset()
        if (isOver) return
        current.current = measured
        setOffset({ wall: measured.wall, errorMs: measured.errorMs })
      } catch {
        const before = current.current ? null : await find.current().catch(() => null)
        if (isOver) return
        if (before) {
          current.current = afterSleep({ ...before, steady: 0 }, clocksHere())
          setOffset(before)
        }
      }
      setSet(true)
    }
    const woken = () => {
      if (document.hidden) return
      if (current.current) current.current = afterSleep(current.current, clocksHere())
      void measure()
    }
    measureNow.current = () => void measure()
    void measure()
    const timer = setInterval(() => void measure(), MEASURED_EACH_MS)
    document.addEventListener("visibilitychange", woken)
    return () => {
      isOver = true
      measureNow.current = null
      clearInterval(timer)
      document.removeEventListener("visibilitychange", woken)
    }
  }, [])
  // Whoever came in without a line knows the clock better as soon as there is one.
  useEffect(() => {
    if (isOnline) measureNow.current?.()
  }, [isOnline])
  return { now: now.current, isSet, offset }
}
