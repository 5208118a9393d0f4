"use client"

import { useCallback, useMemo, useState } from "react"
import type { Span } from "../../core/model"
import { textSpan, type Word, wordSpan } from "../../core/text"
import type { WordSelection } from "./moveWord"

/** Finds words again where the transcript was corrected meanwhile. */
export interface Keeping {
  readonly hold: (span: Span) => unknown
  /** Null where they are gone. */
  readonly find: (held: unknown) => Span | null
}

interface Kept extends WordSelection {
  /** The words that its numbers count. */
  readonly of: readonly Word[]
  readonly held: unknown
}

/** A selection that stays on its words while others correct the transcript; without a keeping it is let go of then. */
export function useKeptWords(words: readonly Word[], keeping: Keeping | null) {
  const [kept, setKept] = useState<Kept | null>(null)
  const selection = useMemo((): WordSelection | null => {
    if (!kept || kept.of === words) return kept
    const span = kept.held === null ? null : (keeping?.find(kept.held) ?? null)
    const now = span && wordSpan(words, span)
    if (!now) return null
    const isBackwards = kept.focus < kept.anchor
    const [first, last] = [now.from, now.to - 1]
    return isBackwards ? { anchor: last, focus: first } : { anchor: first, focus: last }
  }, [kept, words, keeping])

  const select = useCallback(
    (chosen: WordSelection | null) => {
      if (!chosen) return setKept(null)
      const span = textSpan(words, rangeOf(chosen))
      setKept({ ...chosen, of: words, held: keeping?.hold(span) ?? null })
    },
    [words, keeping],
  )
  return [selection, select] as const
}

export function rangeOf({ anchor, focus }: WordSelection): Span {
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) + 1 }
}
