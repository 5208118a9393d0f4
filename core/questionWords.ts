/** How much of a question somebody says again who puts it. */

/** So much of a question is said again, in its order, by who puts it. */
export const ENOUGH_ALIKE = 0.7
/** Where it was ticked there, less will do to tell one turn from another. */
export const SOMEWHAT_ALIKE = 0.4
/** Whoever asks ticks while they do, or a little before or after. */
export const TICKED_AFTER_MS = 60_000
export const TICKED_BEFORE_MS = 20_000

/** How much of each of these questions a text says; what is less than somewhat is left out. */
export function sharesSaid(
  questions: readonly { readonly id: string; readonly text: string }[],
  text: string,
): Readonly<Record<string, number>> {
  const words = plainWords(text)
  return Object.fromEntries(
    questions.flatMap(({ id, text }) => {
      const share = shareSaid(plainWords(text), words)
      return share >= SOMEWHAT_ALIKE ? [[id, share]] : []
    }),
  )
}

/** Few words are said by chance: of three or fewer all are wanted, and nothing besides. */
const FEW = 3

/** How much of a question a turn says, in its order and not scattered over a long turn. */
export function shareSaid(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return 0
  if (wanted.length <= FEW) return wanted.join(" ") === words.join(" ") ? 1 : 0
  const first = new Set(wanted.slice(0, Math.ceil(wanted.length / 2)))
  const reach = Math.ceil(wanted.length * 1.5)
  let most = 0
  for (const [from, word] of words.entries()) {
    if (!first.has(word)) continue
    most = Math.max(most, inCommon(wanted, words.slice(from, from + reach)))
    if (most === wanted.length) break
  }
  return most / wanted.length
}

/** How many words two rows have in common, in one order. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let above: number[] = new Array(other.length + 1).fill(0)
  for (const word of one) {
    const row = [0]
    for (const [at, each] of other.entries())
      row.push(word === each ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!))
    above = row
  }
  return above.at(-1)!
}

/** Without case, accents and marks; what is in brackets was not said. */
export function plainWords(text: string): string[] {
  return text
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, " ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
