import { aligned } from "./aligning"
import type { Span } from "./model"
import { escaped, wholeWord, wordsOf } from "./text"

/** Stands for an erased word unless another mark is chosen; itself a word (C2), so that no other changes its number. */
export const ERASED = "[⋯]"

/** Some characters and what takes their place: one mark for each word, nothing for what is no word. */
export interface Piece extends Span {
  readonly mark: string
}

const MOST = 20

/** Whether something may stand for an erased word: short, without white space, and a word itself. */
export function isMark(mark: string): boolean {
  return mark.length <= MOST && !/\s/.test(mark) && wordsOf(mark).length === 1
}

/**
 * What has to be replaced to erase some spans of a text: each word keeps its place as a mark, white space and turn
 * breaks stay. So the words before and after keep their numbers, and what was compared keeps its figures (S63).
 */
export function piecesOf(text: string, spans: readonly Span[], mark: string): Piece[] {
  return joined(spans).flatMap((span) =>
    [...text.slice(span.from, span.to).matchAll(/\S+/gu)].map((run) => {
      const from = span.from + run.index
      return { from, to: from + run[0].length, mark: wordsOf(run[0]).length > 0 ? mark : "" }
    }),
  )
}

/** The text with its pieces replaced. */
export function erase(text: string, pieces: readonly Piece[]): string {
  let from = 0
  let erased = ""
  for (const piece of pieces) {
    erased += text.slice(from, piece.from) + piece.mark
    from = piece.to
  }
  return erased + text.slice(from)
}

/** Where a span of the text stands once its pieces are replaced: one that began or ended inside a piece has all of it. */
export function placeAfter(pieces: readonly Piece[], span: Span): Span {
  let from = span.from
  let to = span.to
  for (const piece of pieces) {
    const grown = piece.mark.length - (piece.to - piece.from)
    if (piece.to <= span.from) from += grown
    else if (piece.from < span.from) from -= span.from - piece.from
    if (piece.to <= span.to) to += grown
    else if (piece.from < span.to) to += piece.mark.length - (span.to - piece.from)
  }
  return { from, to: Math.max(from, to) }
}

/** Where a word or name stands in a text: whole, in upper or lower case, with any white space and apostrophe. */
export function findWords(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const pattern = parts.map((part) => escaped(part).replace(/['’]/g, "['’]"))
  const whole = new RegExp(wholeWord(pattern.join("\\s+")), "giu")
  return [...text.matchAll(whole)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
}

/** A text without a word or name. */
export function eraseWords(text: string, words: string, mark: string): string {
  return erase(text, piecesOf(text, findWords(text, words), mark))
}

/**
 * The spans of a text, in another version of it that was kept. What lies between words that both have is taken whole:
 * rather too much is erased than too little.
 */
export function spansIn(kept: string, text: string, spans: readonly Span[]): Span[] {
  if (kept === text) return [...spans]
  const [theirs, ours] = [runsOf(kept), runsOf(text)]
  const isErased = ours.map((run) => spans.some((span) => span.from < run.to && run.from < span.to))
  const partner = aligned(
    theirs.map((run) => kept.slice(run.from, run.to)),
    ours.map((run) => text.slice(run.from, run.to)),
  )
  return theirs.filter((_, at) => {
    const own = partner[at]
    if (own !== null && own !== undefined) return isErased[own]
    const before = partner.slice(0, at).findLast((each) => each !== null) ?? 0
    const after = partner.slice(at + 1).find((each) => each !== null) ?? ours.length - 1
    return isErased.slice(before, after + 1).some(Boolean)
  })
}

function runsOf(text: string): Span[] {
  return [...text.matchAll(/\S+/gu)].map((run) => ({ from: run.index, to: run.index + run[0].length }))
}

function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((one, other) => one.from - other.from)
  const all: Span[] = []
  for (const span of sorted) {
    const last = all.at(-1)
    if (last && span.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else all.push(span)
  }
  return all
}
