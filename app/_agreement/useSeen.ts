"use client"

import { useEffect, useRef } from "react"
import type { UnmatchedWords } from "../../core/agreement/project/unmatched"
import { ask } from "../_sync/api"
import type { Read } from "./read"

/** Tells, once for each passage that the reader codes, that its comparison was seen: later hand-ins count it (A16). */
export function useSeen(lines: readonly UnmatchedWords[], { answer, isCodedByReader }: Read): void {
  const told = useRef(new Set<string>())
  useEffect(() => {
    const sourceOf = new Map(answer.documents.map(({ id, source }) => [id, source]))
    for (const { document, passage } of lines) {
      const source = sourceOf.get(document)
      if (source === undefined || !isCodedByReader(source) || told.current.has(passage)) continue
      told.current.add(passage)
      ask("POST", `/api/sources/${source}/exposures`, { passage, what: "opened" }).catch(() => {
        told.current.delete(passage)
      })
    }
  }, [lines, answer.documents, isCodedByReader])
}
