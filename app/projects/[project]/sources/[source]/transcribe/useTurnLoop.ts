"use client"

import { useCallback } from "react"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"
import { soundOfTurn } from "../../../../../_editor/turnActs"
import type { Loop } from "../../../../../_sound/useLoop"
import type { Player } from "../../../../../_sound/usePlayer"

/** Hears the turn with the cursor again and again, or ends it; where nobody knows when it begins, the last seconds. */
export function useTurnLoop(editor: TranscriptEditor | null, { element }: Player, loop: Loop): () => void {
  return useCallback(() => {
    if (loop.clip) return loop.end()
    const clip = editor && element && soundOfTurn(editor.view.state, element.currentTime * 1000)
    if (clip) loop.start(clip)
    else loop.toggle()
  }, [editor, element, loop])
}
