"use client"

import type { EditorView } from "@tiptap/pm/view"
import { useEffect, useState } from "react"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"

/** The turn one is at: that which is read together, else that with the cursor. */
export function turnAtWork(view: EditorView): number {
  const read = view.dom.querySelector(":scope > .turn.reread")
  return read ? [...view.dom.children].indexOf(read) : view.state.selection.$head.index(0)
}

/** The turn that is looked at: that which is heard, else the one that one is at. */
export function turnLookedAt(view: EditorView): number {
  const heard = view.dom.querySelector(":scope > .turn.sounding")
  return heard ? [...view.dom.children].indexOf(heard) : turnAtWork(view)
}

/** One of these, as it goes on. */
export function useTurnAtWork(editor: TranscriptEditor, which = turnAtWork): number {
  const [turn, setTurn] = useState(() => which(editor.view))
  useEffect(() => {
    const read = () => setTurn(which(editor.view))
    const forget = editor.onTransaction(read)
    // What is read together is marked in the classes of the turns.
    const marked = new MutationObserver(read)
    marked.observe(editor.view.dom, { attributes: true, attributeFilter: ["class"], subtree: true })
    read()
    return () => {
      forget()
      marked.disconnect()
    }
  }, [editor, which])
  return turn
}
