"use client"

import { useMatches } from "../../../_ui/useMatches"

/** Whether there is no room for a panel beside the tree. */
export function useNarrow(): boolean {
  return useMatches("(max-width: 900px)", false)
}
