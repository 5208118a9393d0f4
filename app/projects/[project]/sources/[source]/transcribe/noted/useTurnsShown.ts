"use client"

import { useEffect, useState } from "react"
import type { PlacedTurn } from "../../../../../../../core/model"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import { placedTurns } from "../../../../../../_editor/turnTimes"

/** So long after a key what stands beside the words may still be what stood there before. */
const PATIENCE_MS = 150

/** The turns of an editor, anew a moment after each change. */
export function useTurnsShown(editor: TranscriptEditor): readonly PlacedTurn[] {
  const [turns, setTurns] = useState(() => placedTurns(editor.view.state))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => setTurns(placedTurns(editor.view.state))
    const forget = editor.onTransaction(({ docChanged }) => {
      if (!docChanged) return
      clearTimeout(timer)
      timer = setTimeout(read, PATIENCE_MS)
    })
    read()
    return () => {
      forget()
      clearTimeout(timer)
    }
  }, [editor])
  return turns
}
