"use client"

import { useSyncExternalStore } from "react"

const QUERY = "(min-width: 1200px)"

/** Whether there is room for notes beside the words and the side. */
export function useRoomBeside(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(QUERY)
      query.addEventListener("change", changed)
      return () => query.removeEventListener("change", changed)
    },
    () => window.matchMedia(QUERY).matches,
    () => true,
  )
}
