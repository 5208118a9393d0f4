"use client"

import { useEffect, useState } from "react"

/** So long one would not wonder. */
const QUIET_MS = 2_000

/** Whether something has been pending for longer than is worth no word. */
export function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [pending])
  return slow
}
