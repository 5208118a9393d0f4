import { firstIndex } from "./text"

/** A word as a program heard it. */
export interface SaidWord {
  readonly text: string
  readonly startMs: number
}

/** A word of a text whose time is known: where it begins, and when it is said. */
export interface WordTime {
  readonly at: number
  readonly ms: number
}

/** So far on a word is looked for; what stands between has no time of its own. */
const REACH = 120
/** So many words in a row that are not found: what the program heard nothing of stands between. */
const LOST = 4
/** So far, and so often at most, the place is then looked for by that many words in a row. */
const FAR = 20_000
const MOST_LOOKS = 5_000

/**
 * Finds the words that a program heard in the text that was made of them, one after the other. Labels, spaces and
 * corrections may stand between, and stretches for which no word has a time; a word that is not found is left out.
 */
export function placeWords(text: string, words: readonly SaidWord[]): WordTime[] {
  const found: WordTime[] = []
  const inText = lowered(text)
  const said = words.map((word) => lowered(word.text.trim()))
  let [from, missed, looks] = [0, 0, 0]
  for (const [index, word] of said.entries()) {
    if (word === "") continue
    if (missed >= LOST && looks++ < MOST_LOOKS) from = placeOfPhrase(inText, said, index, from)
    const at = nextWord(inText, word, from)
    missed = at === null ? missed + 1 : 0
    if (at === null) continue
    found.push({ at, ms: words[index]!.startMs })
    from = at + word.length
  }
  return found
}

/** Where these words stand one behind the other; where one was, if nowhere near. */
function placeOfPhrase(text: string, words: readonly string[], index: number, from: number): number {
  const phrase = words.slice(index, index + LOST)
  const at = phrase.length === LOST ? text.slice(from, from + FAR).indexOf(phrase.join(" ")) : -1
  return at < 0 ? from : from + at
}

/** No longer than the text: one letter has a small one of two characters. */
const lowered = (text: string) => text.replaceAll("İ", "I").toLowerCase()

function nextWord(text: string, word: string, from: number): number | null {
  // No further: a word that is not there is not looked for in all that follows.
  const near = text.slice(from, from + REACH + word.length)
  for (let at = near.indexOf(word); at >= 0; at = near.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(near[at - 1]!)) return from + at
  }
  return null
}

/** Whatever lies between two words that follow each other closely belongs to the first; a word alone is no longer. */
const LONGEST_WORD_MS = 1_500

/**
 * When the words of a stretch are said; null where none of them has a time, or the times run backwards. `words` in the
 * order of the text.
 */
export function heardFrom(
  words: readonly WordTime[],
  { from, to }: { readonly from: number; readonly to: number },
): { readonly startMs: number; readonly endMs: number } | null {
  const behind = firstIndex(words, ({ at }) => at >= to)
  const first = words[firstIndex(words, ({ at }) => at >= from)]
  const last = words[behind - 1]
  if (!first || !last || first.at >= to || last.ms < first.ms) return null
  let next = words[behind]
  for (let at = behind; next && next.ms <= last.ms; ) next = words[++at]
  return {
    startMs: first.ms,
    endMs: Math.min(next?.ms ?? Number.POSITIVE_INFINITY, last.ms + LONGEST_WORD_MS),
  }
}

/** The word that is heard at a moment; null where none is. `words` in the order of the text. */
export function wordAt(words: readonly WordTime[], ms: number): WordTime | null {
  let heard: WordTime | null = null
  for (const word of words) if (word.ms <= ms && (!heard || word.ms >= heard.ms)) heard = word
  return heard && ms - heard.ms <= LONGEST_WORD_MS ? heard : null
}
