"use client"

import { useEffect, useState } from "react"

/** False at first, true once so much time has passed: what comes quickly needs no sign that it is coming. */
export function useWaiting(ms: number): boolean {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return waited
}
