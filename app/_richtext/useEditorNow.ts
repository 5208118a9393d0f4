"use client"

import type { Editor } from "@tiptap/core"
import { useEffect, useRef, useState } from "react"

/** What an editor is like now, as far as it is picked; null while there is none. Draws anew only where that differs. */
export function useEditorNow<T>(editor: Editor | null, pick: (editor: Editor) => T): T | null {
  const [now, setNow] = useState<T | null>(null)
  const picks = useRef(pick)
  picks.current = pick
  useEffect(() => {
    if (!editor) return setNow(null)
    const look = () => {
      const next = picks.current(editor)
      setNow((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    look()
    editor.on("transaction", look)
    editor.on("focus", look)
    return () => {
      editor.off("transaction", look)
      editor.off("focus", look)
    }
  }, [editor])
  return now
}
