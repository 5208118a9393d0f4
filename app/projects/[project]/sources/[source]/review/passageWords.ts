import type { PlacedTurn, Span } from "../../../../../../core/model"
import { textOf, textSpan, wordSpan, wordsOf } from "../../../../../../core/text"
import type { FlagView, RevealedPassage } from "../../../../../../core/view"

export interface PassageWords {
  /** The words of the passage that some characters of the transcript touch. */
  readonly wordsOf: (text: Span) => Span | null
  readonly textOf: (words: Span) => Span
}

/**
 * Numbers the words of a passage as its reveal did; null where the transcript has been corrected since, so that the
 * numbers would not mean the same words.
 */
export function wordsOfPassage(
  turns: readonly PlacedTurn[],
  passage: Pick<RevealedPassage, "span">,
  flag: Pick<FlagView, "words" | "text">,
): PassageWords | null {
  const { from, to } = passage.span
  const words = wordsOf(textOf(turns).slice(from, to))
  const placed = (span: Span): Span => {
    const inside = textSpan(words, span)
    return { from: from + inside.from, to: from + inside.to }
  }
  if (flag.words.to > words.length) return null
  const now = placed(flag.words)
  if (now.from !== flag.text.from || now.to !== flag.text.to) return null
  return {
    wordsOf: (text) =>
      wordSpan(words, { from: Math.max(0, text.from - from), to: Math.min(to, text.to) - from }),
    textOf: placed,
  }
}
