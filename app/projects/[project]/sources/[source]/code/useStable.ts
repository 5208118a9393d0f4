"use client"

import { useCallback, useRef } from "react"

/** The same function for as long as the component lives, which does what the latest one given does. */
export function useStable<Args extends readonly unknown[], Answer>(
  act: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: Args) => latest.current(...args), [])
}
