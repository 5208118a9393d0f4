"use client"

import { useEffect, useRef } from "react"
import type { PassageId } from "../../../../../../core/model"
import { ask } from "../../../../../_sync/api"

const READING_MS = 3000

/**
 * Notes that a revealed passage was read, because later passages are then no longer coded without having seen it.
 * Only after a while on the screen: scrolling past is not reading.
 */
export function useExposure(source: string, passage: PassageId | null, isRevealed: boolean): void {
  const noted = useRef(new Set<PassageId>())
  useEffect(() => {
    if (passage === null || !isRevealed || noted.current.has(passage)) return
    const timer = setTimeout(() => {
      noted.current.add(passage)
      // It is evidence, not a promise: what could not be noted is noted at the next visit.
      ask("POST", `/api/sources/${source}/exposures`, { passage, what: "opened" }).catch(() =>
        noted.current.delete(passage),
      )
    }, READING_MS)
    return () => clearTimeout(timer)
  }, [source, passage, isRevealed])
}
