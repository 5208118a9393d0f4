"use client"

import { useSyncExternalStore } from "react"

/** Whether the window is as a media query says; `before`: what is taken for true until the browser has been asked. */
export function useMatches(query: string, before: boolean): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener("change", changed)
      return () => list.removeEventListener("change", changed)
    },
    () => window.matchMedia(query).matches,
    () => before,
  )
}
