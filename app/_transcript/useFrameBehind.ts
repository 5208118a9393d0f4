"use client"

import { useEffect, useState } from "react"

/** A value as it was when the last frame was painted: what hangs on it is drawn in a frame of its own, behind what is quick. */
export function useFrameBehind<T>(value: T): T {
  const [behind, setBehind] = useState(value)
  useEffect(() => {
    let painted: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      painted = setTimeout(() => setBehind(value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(painted)
    }
  }, [value])
  return behind
}
