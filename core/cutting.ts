import type { Coding, Passage } from "./model"
import type { HandedCoding } from "./reading"
import { intersection, textSpan, wordSpan, wordsOf } from "./text"

/** A coding as its layer holds it, read against the transcript it is anchored to. */
export interface LayerCoding extends Pick<Coding, "id" | "code" | "from" | "to"> {
  /** Null unless its author ticked it to cross (B16). */
  readonly memo: string | null
}

/**
 * Codings as they are handed in with a passage (C4): cut to it, in its words, with the words they cover. A coding
 * that touches no word of the passage is not handed in with it.
 */
export function cutToPassage(
  codings: readonly LayerCoding[],
  passage: Pick<Passage, "from" | "to">,
  transcriptText: string,
): HandedCoding[] {
  const passageText = transcriptText.slice(passage.from, passage.to)
  const passageWords = wordsOf(passageText)
  return codings.flatMap((coding) => {
    const cut = intersection(coding, passage)
    const words = cut && wordSpan(passageWords, { from: cut.from - passage.from, to: cut.to - passage.from })
    if (!words) return []
    const { from, to } = textSpan(passageWords, words)
    const text = { from: passage.from + from, to: passage.from + to }
    return [
      {
        id: coding.id,
        code: coding.code,
        words,
        text,
        quote: passageText.slice(from, to),
        memo: coding.memo,
      },
    ]
  })
}
