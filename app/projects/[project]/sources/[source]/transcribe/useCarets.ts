"use client"

import { useEffect } from "react"
import { type Others, showCarets } from "../../../../../_editor/carets"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { placesIn } from "../../../../../_editor/writers"

/** Draws where others write, and says to them where one writes oneself. */
export function useCarets(editor: TranscriptEditor | null, others: Others | null, isOnline: boolean): void {
  useEffect(() => {
    if (!editor || !others) return
    const carets = showCarets(editor.view, placesIn(editor.doc), others)
    const forget = editor.onTransaction(carets.moved)
    return () => {
      forget()
      carets.destroy()
    }
  }, [editor, others])
  // Said anew on a new line: the others have forgotten this page, and believe only what they have not heard yet.
  useEffect(() => {
    const said = others?.awareness.getLocalState()
    if (isOnline && said) others?.awareness.setLocalState(said)
  }, [others, isOnline])
}
