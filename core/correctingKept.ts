import { type Correction, corrected, wordsAfter } from "./correcting"
import { placeAfter } from "./erasing"
import type { Span } from "./model"

/** A passage of which words were corrected: where it stands in the transcript, and its text before. */
export interface CorrectedPassage {
  readonly was: { readonly from: number; readonly text: string }
  readonly is: { readonly from: number }
  /** Null where only what stands before it was. */
  readonly correction: Correction | null
}

/**
 * A coding of it that was handed in and is not revealed, on the words that stand for its own (C32): what is compared is
 * the text of today, what was revealed is never touched (R1).
 */
export function correctCoding<
  C extends { readonly words: Span; readonly text: Span; readonly quote: string },
>(coding: C, { was, is, correction }: CorrectedPassage): C {
  const inside = { from: coding.text.from - was.from, to: coding.text.to - was.from }
  if (!correction) return { ...coding, text: { from: is.from + inside.from, to: is.from + inside.to } }
  const { replacements, changes } = correction
  const placed = placeAfter(
    replacements.map(({ from, to, words }) => ({ from, to, mark: words })),
    inside,
  )
  return {
    ...coding,
    words: wordsAfter(changes, coding.words),
    text: { from: is.from + placed.from, to: is.from + placed.to },
    quote: corrected(was.text, replacements).slice(placed.from, placed.to),
  }
}
