"use client"

import { useSyncExternalStore } from "react"

const QUERY = "(max-width: 900px)"

/** Whether there is no room for gutters and sides; false until the browser has been asked. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(QUERY)
      query.addEventListener("change", changed)
      return () => query.removeEventListener("change", changed)
    },
    () => window.matchMedia(QUERY).matches,
    () => false,
  )
}
