"use client"

import { useEffect, useMemo, useState } from "react"
import type * as Y from "yjs"
import type { PlacedTurn, Speaker } from "../../../../../../core/model"
import { placeTurns, textOf } from "../../../../../../core/text"
import { readTranscript } from "../../../../../../core/ydoc/source"
import type { RoomState } from "../../../../../_sync/connect"
import { useRoom } from "../../../../../_sync/useRoom"

export interface ShownTranscript {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
}

/**
 * The transcript as it stands now. The page brought it, so that it can be read at once; the room brings corrections,
 * and the document that codings are anchored to, null until it is here.
 */
export function useTranscript(source: string, initial: ShownTranscript) {
  const { connection, state } = useRoom(`source/${source}`)
  const [shown, setShown] = useState(initial)
  const [doc, setDoc] = useState<Y.Doc | null>(null)

  useEffect(() => {
    if (!connection || state !== "synced") return
    const { doc } = connection
    const read = () => {
      const { turns, speakers } = readTranscript(doc)
      setShown((before) =>
        sameTranscript(before, turns, speakers) ? before : { turns: placeTurns(turns), speakers },
      )
    }
    read()
    setDoc(doc)
    doc.on("update", read)
    return () => doc.off("update", read)
  }, [connection, state])
  useEffect(() => (connection ? undefined : setDoc(null)), [connection])

  const text = useMemo(() => textOf(shown.turns), [shown])
  return { ...shown, text, doc, state: state as RoomState }
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
