"use client"

import { useEffect } from "react"
import type { TranscriptEditor } from "../../../../../_editor/transcriptEditor"

/** Shows in the words what the recording says, while it plays. */
export function useFollowing(editor: TranscriptEditor | null, element: HTMLAudioElement | null): void {
  useEffect(() => (editor && element ? editor.follow(element) : undefined), [editor, element])
}
