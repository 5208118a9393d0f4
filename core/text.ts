import type { PlacedTurn, Span, Transcript, Turn } from "./model"

/** Separates two turns in the transcript's text; belongs to neither. */
export const TURN_BREAK = "\n"

/** The text all offsets of a transcript refer to: its turns joined by one line break. */
export function textOf(turns: readonly Pick<Turn, "text">[]): string {
  return turns.map((turn) => turn.text).join(TURN_BREAK)
}

/** The turns with their offsets in `textOf(turns)`. */
export function placeTurns(turns: Transcript["turns"]): PlacedTurn[] {
  let from = 0
  return turns.map((turn, index) => {
    const placed = { ...turn, index, from, to: from + turn.text.length }
    from = placed.to + TURN_BREAK.length
    return placed
  })
}

/**
 * The words of a text, in order (C2): runs without white space that hold at least one letter or digit. Marks on
 * their own («, :, …) are not words. A word never crosses a turn break, which is white space.
 */
export function wordsOf(text: string): Span[] {
  const words: Span[] = []
  for (const match of text.matchAll(/\S+/gu)) {
    if (/[\p{L}\p{N}]/u.test(match[0])) words.push({ from: match.index, to: match.index + match[0].length })
  }
  return words
}

/**
 * The words a stretch of text touches, as a span of word numbers; null when it touches none (C3). A word half
 * selected counts whole: a drag that stops one letter short means the word.
 */
export function wordSpan(words: readonly Span[], span: Span): Span | null {
  if (span.to <= span.from) return null
  const from = firstIndex(words, (word) => word.to > span.from)
  const to = firstIndex(words, (word) => word.from >= span.to)
  return to > from ? { from, to } : null
}

/** The stretch of text from the first to the last of some words. Throws a RangeError when there are none. */
export function textSpan(words: readonly Span[], span: Span): Span {
  const first = words[span.from]
  const last = words[span.to - 1]
  if (!first || !last || span.to <= span.from) throw new RangeError("a span of words must hold a word")
  return { from: first.from, to: last.to }
}

function firstIndex(words: readonly Span[], holds: (word: Span) => boolean): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(words[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

export function intersection(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return to > from ? { from, to } : null
}

export function lengthOf(span: Span | null): number {
  return span ? span.to - span.from : 0
}
