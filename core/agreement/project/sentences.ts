/** Where sentences of spoken words end, by rules that are the same on every machine. */
import type { Word } from "../../text"
import { runs } from "./runs"

/** Words that a full stop shortens. */
const shortened =
  /^(?:\p{Lu}|m|mm|mr|mrs|ms|mme|mmes|mlle|mlles|dr|drs|pr|prof|st|ste|sr|cf|ex|env|etc|art|chap|fig|p|pp|n|no|vol|vs|i\.e|e\.g|p\.ex|c\.-à-d)\.$/iu
const ends = /[.!?…]+["'»”’)\]]*$/u
const begins = /^[«"“‘'([—–-]*[\p{Lu}\p{N}[]/u

/**
 * A sentence ends with its turn, or after a mark that ends sentences where a capital letter or a number follows. A name
 * or title shortened by a full stop ends none.
 */
export function sentencesOf(text: string, words: readonly Word[]): [number, number][] {
  return runs(words, (at) => {
    const [word, next] = [words[at]!, words[at + 1]!]
    if (text.slice(word.closes, next.opens).includes("\n")) return true
    const written = text.slice(word.from, word.closes).replace(/\s+/gu, "")
    const isShort = shortened.test(text.slice(word.from, word.to))
    return ends.test(written) && !isShort && begins.test(text.slice(next.opens, next.to).replace(/\s+/gu, ""))
  })
}
