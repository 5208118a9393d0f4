"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type * as Y from "yjs"
import { findWords } from "../../../../../../core/erasing"
import { namesIn } from "../../../../../../core/pseudonyms"
import { textOf } from "../../../../../../core/text"
import { edit } from "../../../../../../core/ydoc/editing"
import type { History } from "../../../../../../core/ydoc/history"
import { replacePlaces } from "../../../../../../core/ydoc/replacing"
import { readTranscript } from "../../../../../../core/ydoc/source"
import { ask } from "../../../../../_sync/api"

/** A name of the key that still stands in the text, as it is written there. */
export interface StandingName {
  readonly words: string
  readonly stands: string
  readonly places: number
}

/** How many places of the transcript as it is now have a name. */
export function placesOf(doc: Y.Doc, name: string): number {
  return findWords(textIn(doc), name).length
}

/** What of the key the server finds in what is saved; null until it has answered. Asked anew when more is saved. */
export function useStandingNames(source: string, saved: boolean) {
  const [names, setNames] = useState<readonly StandingName[] | null>(null)
  const looked = useRef(false)
  const look = useCallback(async () => {
    const answer = await ask<{ names: readonly StandingName[] }>("GET", `/api/sources/${source}/pseudonyms`)
    setNames(answer.names)
  }, [source])
  useEffect(() => {
    if (!saved) return
    // Who writes on is not asked after at each word.
    const waiting = setTimeout(() => look().catch(() => {}), looked.current ? 5_000 : 0)
    looked.current = true
    return () => clearTimeout(waiting)
  }, [saved, look])
  return { names, look }
}

/** Writes what stands for a name wherever it is in the transcript, as one act. Answers in how many places. */
export function replaceName(doc: Y.Doc, history: History | null, name: string, stands: string): number {
  history?.close()
  const places = findWords(textIn(doc), name)
  if (places.length > 0) replacePlaces(doc, places, stands)
  history?.close()
  return places.length
}

/** The same for all these names at once. */
export function replaceNames(doc: Y.Doc, history: History | null, names: readonly StandingName[]): number {
  history?.close()
  const key = names.map(({ words, stands }) => ({ name: words, stands }))
  const places = namesIn(textIn(doc), key)
  edit(doc, () => {
    for (const { stands, ...place } of places.toReversed()) replacePlaces(doc, [place], stands)
  })
  history?.close()
  return places.length
}

const textIn = (doc: Y.Doc) => textOf(readTranscript(doc).turns)
