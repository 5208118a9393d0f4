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

/** A word of a text, with the marks that stand beside it set off by white space and belong to it (C9). */
export interface Word extends Span {
  readonly opens: number
  readonly closes: number
}

/**
 * The words of a text, in order (C2): runs without white space that hold at least one letter or digit, or the sign ⋯
 * that stands for an erased word. Marks on their own («, :, …) are not words; each belongs to the word before or after
 * it. Neither crosses a turn break.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const turn of text.matchAll(/[^\n]+/gu)) addWordsOfTurn(turn[0], turn.index, words)
  return words
}

function addWordsOfTurn(turn: string, at: number, words: Word[]): void {
  let last: { from: number; to: number; opens: number; closes: number } | null = null
  let waiting: number | null = null
  let end = at
  for (const match of turn.matchAll(/\S+/gu)) {
    const from = at + match.index
    end = from + match[0].length
    if (/[\p{L}\p{N}⋯]/u.test(match[0])) {
      last = { from, to: end, opens: waiting ?? from, closes: end }
      words.push(last)
      waiting = null
    } else if (last && waiting === null && !opens(match[0])) last.closes = end
    else waiting ??= from
  }
  if (last && waiting !== null) last.closes = end
}

/** Whether marks on their own belong to what follows: opening quotes and brackets, and dashes. */
function opens(marks: string): boolean {
  return /^[\p{Ps}\p{Pi}\p{Pd}]/u.test(marks)
}

/**
 * The words a stretch of text touches, as a span of word numbers; null when it touches none (C3). A word half selected
 * counts whole: a drag that stops one letter short means the word.
 */
export function wordSpan(words: readonly Span[], span: Span): Span | null {
  if (span.to <= span.from) return null
  const from = firstIndex(words, (word) => word.to > span.from)
  const to = firstIndex(words, (word) => word.from >= span.to)
  return to > from ? { from, to } : null
}

/**
 * The stretch of text from the first to the last of some words, with the marks that belong to them (C9). Throws a
 * RangeError when there are none.
 */
export function textSpan(words: readonly Word[], span: Span): Span {
  const first = words[span.from]
  const last = words[span.to - 1]
  if (!first || !last || span.to <= span.from) throw new RangeError("a span of words must hold a word")
  return { from: first.opens, to: last.closes }
}

/** The number of the first of some for which something holds; it holds for all behind it. As many as there are: for none. */
export function firstIndex<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(all[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

export function intersection(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return to > from ? { from, to } : null
}

/** The stretches that some spans cover together, in order: overlapping and touching ones are one. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    const last = union.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else if (to > from) union.push({ from, to })
  }
  return union
}

/** A span without the white space at its edges; empty where it holds nothing else. */
export function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { from: start, to: Math.max(start, to - (words.length - words.trimEnd().length)) }
}

/** What is written, as the part of a regular expression (with the flag u) that finds it and nothing else. */
export function escaped(written: string): string {
  return written.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
}

/** A part of a regular expression, found only where no letter or digit stands right before or after it. */
export function wholeWord(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
}

export function lengthOf(span: Span | null): number {
  return span ? span.to - span.from : 0
}

/** The same for all ways to write it that differ by case and accents. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

/** What was said: a transcript without what whoever wrote it down put into brackets. */
export function withoutRemarks(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, " ")
}

/** Text without what neither a database nor a screen can take: zeros, and halves of characters. */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\ufffd")
}
