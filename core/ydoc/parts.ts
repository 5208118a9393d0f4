/** What a coding has become that moves may have torn apart. */
import type { Span } from "../model"
import type { Belonging } from "./belonging"

/**
 * Where a coding stands: on all that belongs to it, if that is one stretch; else on the part that has most of the words
 * that were coded (C21), the longer and then the first of equal ones. Null where none of its words is left.
 */
export function mainPart(text: string, { written, all }: Belonging, quote: string): Span | null {
  const parts = partsOf(
    text,
    [...all].sort((one, other) => one - other),
  )
  if (parts.length <= 1) return parts[0] ?? null
  const coded = codedOf(text, written, quote)
  const weigh = (part: Span) => coded.filter((at) => part.from <= at && at < part.to).length
  const trimmed = parts.map((part) => trim(text, part)).filter(({ from, to }) => to > from)
  const weighed = trimmed.map((part) => ({ part, weight: weigh(part) }))
  weighed.sort((one, other) => other.weight - one.weight || lengthOf(other.part) - lengthOf(one.part))
  return weighed[0]?.part ?? null
}

const lengthOf = ({ from, to }: Span) => to - from

/** Characters that stand side by side; borders of turns alone part nothing. */
function partsOf(text: string, offsets: readonly number[]): Span[] {
  const parts: Span[] = []
  for (const at of offsets) {
    const last = parts.at(-1)
    if (last && /^\n*$/u.test(text.slice(last.to, at))) parts[parts.length - 1] = { ...last, to: at + 1 }
    else parts.push({ from: at, to: at + 1 })
  }
  return parts
}

function trim(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { from: start, to: Math.max(start, from + words.trimEnd().length) }
}

/** Above so many pairs of characters no two texts are compared. */
const MOST_PAIRS = 4_000_000

/** Which characters were coded, and not written since: those that the quote has too, in the same order. */
function codedOf(text: string, written: readonly number[], quote: string): number[] {
  const isSpace = (at: number) => /\s/u.test(text[at]!)
  const words = written.filter((at) => !isSpace(at))
  const quoted = quote.replace(/\s/gu, "")
  if (words.length * quoted.length > MOST_PAIRS) return words
  // lengths[i][j]: how many of the words from i on are, in order, in the quote from j on.
  const lengths = Array.from({ length: words.length + 1 }, () => new Uint16Array(quoted.length + 1))
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = quoted.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        text[words[i]!] === quoted[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const coded: number[] = []
  for (let i = 0, j = 0; i < words.length && j < quoted.length; ) {
    if (text[words[i]!] === quoted[j]) {
      coded.push(words[i]!)
      i++
      j++
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return coded
}
