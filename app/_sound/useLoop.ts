"use client"

import { useCallback, useEffect, useMemo, useState } from "react"
import type { Clip } from "../../core/model"
import type { Player } from "./usePlayer"

/** So much is heard again where no stretch is chosen. */
export const LAST_MS = 4_000
/** Whoever goes farther away than this has gone elsewhere. */
const AWAY_MS = 1_500
const LOOK_MS = 40

export interface Loop {
  /** What is heard again and again; null while nothing is. */
  readonly clip: Clip | null
  readonly start: (clip: Clip) => void
  /** Hears the last seconds again and again, or ends it. */
  readonly toggle: () => void
  readonly end: () => void
}

/** Plays a stretch again and again until it is ended, or somebody goes elsewhere in the recording. */
export function useLoop({ element, play }: Pick<Player, "element" | "play">): Loop {
  const [clip, setClip] = useState<Clip | null>(null)
  const end = useCallback(() => setClip(null), [])
  useEffect(() => {
    if (!element || !clip) return
    const look = () => {
      const ms = element.currentTime * 1000
      if (element.seeking) return
      if (ms < clip.startMs - AWAY_MS || ms > clip.endMs + AWAY_MS) return setClip(null)
      const isOver = ms >= clip.endMs || element.ended
      if (!isOver || (element.paused && !element.ended)) return
      element.currentTime = clip.startMs / 1000
      if (element.ended) void element.play().catch(() => {})
    }
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [element, clip])
  const start = useCallback(
    (clip: Clip) => {
      if (!element) return
      element.currentTime = clip.startMs / 1000
      play()
      setClip(clip)
    },
    [element, play],
  )
  return useMemo(() => {
    const toggle = () => {
      if (clip) return end()
      const endMs = (element?.currentTime ?? 0) * 1000
      if (endMs > 0) start({ startMs: Math.max(0, endMs - LAST_MS), endMs })
    }
    return { clip, start, toggle, end }
  }, [clip, element, start, end])
}
