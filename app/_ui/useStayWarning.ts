"use client"

import { useEffect } from "react"

/** Has the browser ask before the page is left, while there is something on it to lose. */
export function useStayWarning(asks: boolean): void {
  useEffect(() => {
    if (!asks) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [asks])
}
