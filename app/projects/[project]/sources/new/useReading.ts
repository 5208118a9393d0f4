"use client"

import { useCallback, useRef, useState } from "react"
import type { LabelDecision } from "../../../../../core/exchange/applyLabels"
import type { TranscriptDraft } from "../../../../../core/exchange/transcriptDraft"
import { answerOf, Problem } from "../../../../_sync/api"

/** What the words are read from. */
export type Words = { readonly file: File } | { readonly pasted: string }

export type Reading =
  | { readonly is: "nothing" }
  | { readonly is: "coming" }
  | { readonly is: "failed"; readonly error: unknown }
  | { readonly is: "read"; readonly draft: TranscriptDraft; readonly guesses: readonly LabelDecision[] }

/** Has a transcript read, without its being kept. Reading another one forgets the answer to the first. */
export function useReading(project: string) {
  const [reading, setReading] = useState<Reading>({ is: "nothing" })
  const latest = useRef(0)

  const read = useCallback(
    async (words: Words | null): Promise<Reading> => {
      const turn = ++latest.current
      const tell = (next: Reading) => {
        if (turn === latest.current) setReading(next)
        return next
      }
      if (!words) return tell({ is: "nothing" })
      tell({ is: "coming" })
      try {
        const { draft, decisions } = await ask(project, words)
        return tell({ is: "read", draft, guesses: decisions })
      } catch (error) {
        return tell({ is: "failed", error })
      }
    },
    [project],
  )
  return { reading, read }
}

async function ask(project: string, words: Words) {
  if ("file" in words && words.file.size === 0) {
    throw new Problem("unreadable-transcript", 422, { problem: { code: "empty-file" } })
  }
  const path = `/api/projects/${project}/transcript-readings`
  const response = await fetch(path, { method: "POST", body: formOf(words) }).catch(() => {
    throw new Problem("offline", 0, {})
  })
  return answerOf<{ draft: TranscriptDraft; decisions: LabelDecision[] }>(response)
}

/** The words as fields of a form, to be read or to be kept; none where they are to be written here. */
export function formOf(words: Words | null): FormData {
  const form = new FormData()
  if (!words) return form
  if ("file" in words) form.set("transcript", words.file)
  else form.set("text", words.pasted)
  return form
}
