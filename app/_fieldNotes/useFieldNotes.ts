"use client"

import { useCallback, useRef, useSyncExternalStore } from "react"
import type * as Y from "yjs"
import type { FieldNotes } from "../../core/fieldNotes"
import { observeNotes, readFieldNotes } from "../../core/ydoc/fieldNotes"

const nothing: FieldNotes = {
  people: [],
  marks: [],
  signs: [],
  guide: [],
  ticks: [],
  clock: [],
  alignment: null,
  event: { date: null, place: "", guide: null, ticking: "put" },
}

/** What is noted, the same object until something of it changes; nothing while the document is not there. */
export function useFieldNotes(doc: Y.Doc | null): FieldNotes {
  const seen = useRef<{ doc: Y.Doc; notes: FieldNotes } | null>(null)
  const subscribe = useCallback(
    (changed: () => void) =>
      doc
        ? observeNotes(doc, () => {
            seen.current = null
            changed()
          })
        : () => {},
    [doc],
  )
  const read = useCallback((): FieldNotes => {
    if (!doc) return nothing
    if (seen.current?.doc !== doc) seen.current = { doc, notes: readFieldNotes(doc) }
    return seen.current.notes
  }, [doc])
  return useSyncExternalStore(subscribe, read, () => nothing)
}
