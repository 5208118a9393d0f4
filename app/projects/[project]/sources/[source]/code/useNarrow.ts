"use client"

import { useMatches } from "../../../../../_ui/useMatches"

/** Whether there is no room for gutters and sides; false until the browser has been asked. */
export function useNarrow(): boolean {
  return useMatches("(max-width: 900px)", false)
}
