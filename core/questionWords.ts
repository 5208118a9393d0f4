/** How much of a question somebody says again who puts it. */
import { plain, withoutRemarks } from "./text"

/** So much of a question is said again, in its order, by who puts it. */
export const ENOUGH_ALIKE = 0.7
/** Where it was ticked there, less will do to tell one turn from another. */
export const SOMEWHAT_ALIKE = 0.4
/** Whoever asks ticks while they do, or a little before or after. */
export const TICKED_AFTER_MS = 60_000
export const TICKED_BEFORE_MS = 20_000

/** A question made ready to be looked for. */
export interface Wanted {
  readonly words: readonly string[]
  /** In which places of the question each of its words stands: a bit for each. */
  readonly places: ReadonlyMap<string, number>
}

/** As many as have a bit each: of a longer question its beginning tells it from others. */
const MOST_WORDS = 30

export function wantedOf(question: string): Wanted {
  const words = plainWords(question).slice(0, MOST_WORDS)
  const places = new Map<string, number>()
  for (const [at, word] of words.entries()) places.set(word, (places.get(word) ?? 0) | (1 << at))
  return { words, places }
}

/** How much of each of these questions a text says; what is less than somewhat is left out. */
export function sharesSaid(
  questions: readonly { readonly id: string; readonly wanted: Wanted }[],
  text: string,
): Readonly<Record<string, number>> {
  if (questions.length === 0) return {}
  const words = plainWords(text)
  return Object.fromEntries(
    questions.flatMap(({ id, wanted }) => {
      const share = shareSaid(wanted, words)
      return share >= SOMEWHAT_ALIKE ? [[id, share]] : []
    }),
  )
}

/** Few words are said by chance: of three or fewer all are wanted, and nothing besides. */
const FEW = 3

/** How much of a question a turn says, in its order and not scattered over a long turn. */
export function shareSaid({ words: wanted, places }: Wanted, words: readonly string[]): number {
  const count = wanted.length
  if (count === 0) return 0
  if (count <= FEW) return wanted.join(" ") === words.join(" ") ? 1 : 0
  const here = Int32Array.from(words, (word) => places.get(word) ?? 0)
  const firstHalf = (1 << Math.ceil(count / 2)) - 1
  const reach = Math.ceil(count * 1.5)
  let most = 0
  for (let from = 0; from < here.length && most < count; from++)
    if ((here[from]! & firstHalf) !== 0) most = Math.max(most, inCommon(count, here, from, from + reach))
  return most / count
}

/**
 * How many words two rows have in common, in one order: their longest common subsequence, a row of it at once in the bits
 * of one number (Hyyrö 2004), so that nothing that is written makes this long.
 */
function inCommon(count: number, here: Int32Array, from: number, to: number): number {
  const all = 2 ** count - 1
  let free = all
  for (let at = from; at < Math.min(to, here.length); at++) {
    const met = free & here[at]!
    free = ((free + met) | (free - met)) & all
  }
  let common = count
  for (let left = free; left !== 0; left &= left - 1) common--
  return common
}

/** Without case, accents and marks; what is in brackets was not said. */
export function plainWords(text: string): string[] {
  return plain(withoutRemarks(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
