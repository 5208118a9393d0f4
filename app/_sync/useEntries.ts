"use client"

import { useCallback, useRef, useSyncExternalStore } from "react"
import type * as Y from "yjs"

const nothing: Readonly<Record<string, never>> = {}

/**
 * The entries of one Y.Map of plain values, by key; the same object until one of them changes. Empty while the
 * document is not there.
 */
export function useEntries<T>(doc: Y.Doc | null, name: string): Readonly<Record<string, T>> {
  const seen = useRef<{ doc: Y.Doc; entries: Readonly<Record<string, T>> } | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!doc) return () => {}
      const map = doc.getMap(name)
      const forget = () => {
        seen.current = null
        changed()
      }
      map.observe(forget)
      return () => map.unobserve(forget)
    },
    [doc, name],
  )
  const read = useCallback((): Readonly<Record<string, T>> => {
    if (!doc) return nothing
    if (seen.current?.doc !== doc) {
      seen.current = { doc, entries: doc.getMap(name).toJSON() as Record<string, T> }
    }
    return seen.current.entries
  }, [doc, name])
  return useSyncExternalStore(subscribe, read, () => nothing)
}
