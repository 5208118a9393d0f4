"use client"

import { useEffect, useState } from "react"
import type * as Y from "yjs"
import type { Speaker } from "../../../../../../core/model"
import { readSpeakers, readTranscript } from "../../../../../../core/ydoc/source"

/** The speakers in the order of their digits: who spoke first when the page was opened, then who came since. */
export function useSpeakers(doc: Y.Doc): readonly Speaker[] {
  const [speakers, setSpeakers] = useState<readonly Speaker[]>(() => readTranscript(doc).speakers)
  useEffect(() => {
    setSpeakers(readTranscript(doc).speakers)
    const map = doc.getMap("speakers")
    const read = () => {
      const now = new Map(readSpeakers(map).map((speaker) => [speaker.id, speaker]))
      setSpeakers((before) => {
        const known = before.flatMap(({ id }) => now.get(id) ?? [])
        const come = [...now.values()].filter(({ id }) => !before.some((one) => one.id === id))
        return [...known, ...come]
      })
    }
    map.observe(read)
    return () => map.unobserve(read)
  }, [doc])
  return speakers
}
