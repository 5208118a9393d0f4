/** How a revealed text is divided, as numbers alone: all that figures need of its words. */
import type { Measure } from "../../reading"
import { wordsOf } from "../../text"
import type { Stretch } from "../documents"
import { runs } from "./runs"
import { sentencesOf } from "./sentences"

/** Words with the marks that belong to them, turns, sentences where they are wanted: in characters of the text. */
export function measureOf(text: string, withSentences = true): Measure {
  const words = wordsOf(text)
  return {
    length: text.length,
    words: words.map(({ opens, closes }) => [opens, closes]),
    turns: runs(words, (at) => text.slice(words[at]!.closes, words[at + 1]!.opens).includes("\n")),
    sentences: withSentences ? sentencesOf(text, words) : [],
  }
}

/** What a run of words covers with the marks beside them; null for one that has no word. */
export function stretchOf({ words }: Measure, from: number, to: number): Stretch | null {
  const [first, last] = [words[from], words[to - 1]]
  return first && last && to > from ? { start: first[0], end: last[1] } : null
}
