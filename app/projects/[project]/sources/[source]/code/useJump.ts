"use client"

import { type RefObject, useEffect, useState } from "react"
import type { Span } from "../../../../../../core/model"
import { type TextOnPage, turnAt } from "../../../../../_transcript/textOnPage"

const SHOWN_MS = 4000
const none: readonly Span[] = []

/** Goes to an offset of the text once, and says which words to mark for a moment. */
export function useJump(
  text: TextOnPage | null,
  page: RefObject<HTMLElement | null>,
  at: number | null,
): readonly Span[] {
  const [found, setFound] = useState(none)
  const ready = text !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place, not for each correction of the text
  useEffect(() => {
    if (at === null || !text || !page.current) return
    const turn = text.turns[turnAt(text.turns, at)]
    const paragraph = turn && text.paragraphs[turn.index]
    if (!turn || !paragraph) return
    const top = paragraph.getBoundingClientRect().top - page.current.getBoundingClientRect().top
    page.current.scrollBy({ top: top - page.current.clientHeight / 3 })
    setFound([{ from: turn.from, to: turn.to }])
    const timer = setTimeout(() => setFound(none), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [ready, at])
  return found
}
