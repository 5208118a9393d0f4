"use client"

import { useMatches } from "../../../../../../_ui/useMatches"

/** Whether there is room for notes beside the words and the side. */
export function useRoomBeside(): boolean {
  return useMatches("(min-width: 1200px)", true)
}
