"use client"

import { useSyncExternalStore } from "react"

const query = "(max-width: 900px)"

/** Whether there is no room for a panel beside the tree. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
}

function subscribe(changed: () => void) {
  const media = matchMedia(query)
  media.addEventListener("change", changed)
  return () => media.removeEventListener("change", changed)
}
