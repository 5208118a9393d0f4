"use client"

import { useCallback, useEffect, useMemo, useState } from "react"
import type { Player } from "./usePlayer"

/** So many seconds at most playing on begins before where one stopped. */
export const rewinds = [0, 1, 2, 3] as const
export type Rewind = (typeof rewinds)[number]

const KEPT = "binome:rewind"

/** A player that plays on a little before where it stopped, so that words that were half heard are whole. How much is chosen, and kept in this browser. */
export function useRewinding(player: Player): {
  readonly player: Player
  readonly rewind: Rewind
  readonly setRewind: (seconds: Rewind) => void
} {
  const [rewind, setSeconds] = useState<Rewind>(1)
  useEffect(() => setSeconds(keptRewind()), [])
  const setRewind = useCallback((seconds: Rewind) => {
    setSeconds(seconds)
    try {
      localStorage.setItem(KEPT, String(seconds))
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
  }, [])
  return useMemo(() => {
    const toggle = () => {
      const { element } = player
      if (element?.paused && element.currentTime > 0) player.skip(-rewind * 1000)
      player.toggle()
    }
    return { player: { ...player, toggle }, rewind, setRewind }
  }, [player, rewind, setRewind])
}

function keptRewind(): Rewind {
  try {
    const kept = localStorage.getItem(KEPT)
    return rewinds.find((seconds) => String(seconds) === kept) ?? 1
  } catch {
    return 1
  }
}
