"use client"

import { useEffect, useMemo, useState } from "react"
import type { PlacedTurn, Speaker } from "../../../../../../core/model"
import { placeTurns, textOf } from "../../../../../../core/text"
import { readTranscript } from "../../../../../../core/ydoc/source"
import { useReadRoom } from "../../../../../_sync/useReadRoom"

export interface ShownTranscript {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
}

/**
 * The transcript as it stands now. The page brought it, so that it can be read at once; the room brings corrections,
 * and the document that codings are anchored to, null until it is here. Without a line, that is this device's copy.
 */
export function useTranscript(source: string, initial: ShownTranscript) {
  const { doc, state } = useReadRoom(`source/${source}`)
  const [shown, setShown] = useState(initial)

  useEffect(() => {
    if (!doc) return
    const read = () => {
      const { turns, speakers } = readTranscript(doc)
      setShown((before) =>
        sameTranscript(before, turns, speakers) ? before : { turns: placeTurns(turns), speakers },
      )
    }
    read()
    doc.on("update", read)
    return () => doc.off("update", read)
  }, [doc])

  const text = useMemo(() => textOf(shown.turns), [shown])
  return { ...shown, text, doc, state }
}

function sameTranscript(
  before: ShownTranscript,
  turns: readonly {
    readonly text: string
    readonly speaker: string | null
    readonly startMs: number | null
  }[],
  speakers: readonly Speaker[],
): boolean {
  return (
    before.turns.length === turns.length &&
    before.turns.every(
      (turn, at) =>
        turn.text === turns[at]!.text &&
        turn.speaker === turns[at]!.speaker &&
        turn.startMs === turns[at]!.startMs,
    ) &&
    JSON.stringify(before.speakers) === JSON.stringify(speakers)
  )
}
