import type { Coding, Passage } from "./model"
import type { HandedCoding } from "./reading"
import { intersection, trimmed, wordSpan, wordsOf } from "./text"

/** A coding as its layer holds it, read against the transcript it is anchored to. */
export interface LayerCoding extends Pick<Coding, "id" | "code" | "from" | "to"> {
  /** Null unless its author ticked it to cross (B16). */
  readonly memo: string | null
}

/**
 * Codings as they are handed in with a passage (C4): cut to it, in its words, with the words they cover and the
 * marks they hold, none besides (C9). A coding that touches no word of the passage is not handed in with it.
 */
export function cutToPassage(
  codings: readonly LayerCoding[],
  passage: Pick<Passage, "from" | "to">,
  transcriptText: string,
): HandedCoding[] {
  const passageText = transcriptText.slice(passage.from, passage.to)
  const passageWords = wordsOf(passageText)
  return codings.flatMap((coding) => {
    const inside = intersection(coding, passage)
    if (!inside) return []
    const cut = { from: inside.from - passage.from, to: inside.to - passage.from }
    const words = wordSpan(passageWords, cut)
    if (!words) return []
    const own = trimmed(passageText, cut)
    const from = Math.min(own.from, passageWords[words.from]!.from)
    const to = Math.max(own.to, passageWords[words.to - 1]!.to)
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
