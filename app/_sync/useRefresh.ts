"use client"

import { useRouter } from "next/navigation"
import { useCallback } from "react"
import { ask } from "./api"

/**
 * Reads the page's data again, if it is looked at and the server is there to be asked: without an answer the router would
 * load the page anew, and what was typed on it would be gone.
 */
export function useRefresh(): () => void {
  const router = useRouter()
  return useCallback(() => {
    if (document.visibilityState !== "visible") return
    ask("GET", "/api/time").then(
      () => router.refresh(),
      () => {},
    )
  }, [router])
}
