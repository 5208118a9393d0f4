"use client"

import { useEffect, useMemo, useState } from "react"
import type { Others } from "../../../../../../_editor/carets"
import { type Part, type RereadingTogether, rereadingTogether } from "../../../../../../_editor/rereading"
import type { TranscriptEditor } from "../../../../../../_editor/transcriptEditor"
import type { Act } from "../../../../../../_keys/acts"
import { followElement } from "../../../../../../_sound/followElement"

export interface Rereading {
  readonly part: Part
  readonly together: RereadingTogether | null
  /** What keys do for it; a step is nothing where nobody reads. */
  readonly acts: Readonly<Partial<Record<Act, () => void>>>
}

const none: Part = { kind: "none", invitedBy: null }

/** Reading the transcript again with whoever else has it open. `element`: the recording, once it is there. */
export function useRereading(
  editor: TranscriptEditor | null,
  others: Others | null,
  element: HTMLMediaElement | null,
): Rereading {
  const [together, setTogether] = useState<RereadingTogether | null>(null)
  const [part, setPart] = useState<Part>(none)
  useEffect(() => {
    if (!editor || !others) return
    const opened = rereadingTogether(editor.view, editor.doc, others)
    const forgets = [editor.onTransaction(opened.applied), opened.onChange(() => setPart(opened.part()))]
    setTogether(opened)
    setPart(opened.part())
    return () => {
      for (const forget of forgets) forget()
      opened.destroy()
      setTogether(null)
      setPart(none)
    }
  }, [editor, others])

  const reads = part.kind === "reading"
  useEffect(() => {
    if (!reads || !editor || !element || !together) return
    return followElement(element, () => {
      if (element.paused) return
      const turn = [...editor.view.dom.children].findIndex((dom) => dom.classList.contains("sounding"))
      if (turn >= 0) together.sounds(turn)
    })
  }, [reads, editor, element, together])

  return useMemo(() => {
    if (!together || !editor) return { part, together: null, acts: {} }
    const step = (by: number) => () => {
      together.step(by)
      if (element && !element.paused) editor.hear()
    }
    const remark = () => {
      together.comeToTurn()
      editor.remark()
    }
    const steps = { rereadNext: step(1), rereadBefore: step(-1) }
    return {
      part,
      together,
      acts: {
        reread: together.toggle,
        ...(part.kind !== "none" && { remark }),
        ...(part.kind === "reading" && steps),
      },
    }
  }, [part, together, editor, element])
}
