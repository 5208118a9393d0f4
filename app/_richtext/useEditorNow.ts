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
    let isLeft = false
    const look = () => {
      if (isLeft) return
      const next = picks.current(editor)
      setNow((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    // What can be taken back is known only behind the transaction that says so.
    const soon = () => queueMicrotask(look)
    look()
    editor.on("transaction", soon)
    editor.on("focus", soon)
    return () => {
      isLeft = true
      editor.off("transaction", soon)
      editor.off("focus", soon)
    }
  }, [editor])
  return now
}
