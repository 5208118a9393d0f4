import { measureOf } from "./agreement/project/measure"
import { erase, type Piece, piecesOf, placeAfter, spansIn } from "./erasing"
import type { Span } from "./model"
import type { Reveal } from "./reading"

/** A passage whose words were erased in part: as it was, as it is, and what was replaced in between. */
export interface ErasedPassage {
  readonly was: { readonly from: number; readonly text: string }
  readonly is: { readonly from: number; readonly text: string }
  /** Offsets in `was.text`. */
  readonly pieces: readonly Piece[]
}

/**
 * A passage, or an older text of it that was kept, without what was erased in the transcript. `pieces` and `spans` are
 * offsets in the transcript as it was.
 */
export function erasedPassage(
  transcript: string,
  passage: Span,
  kept: string,
  {
    spans,
    pieces,
    mark,
  }: { readonly spans: readonly Span[]; readonly pieces: readonly Piece[]; readonly mark: string },
): ErasedPassage {
  const own = spans.map(({ from, to }) => ({
    from: Math.max(from, passage.from) - passage.from,
    to: Math.min(to, passage.to) - passage.from,
  }))
  const inside = own.filter(({ from, to }) => to > from)
  const there = piecesOf(kept, spansIn(kept, transcript.slice(passage.from, passage.to), inside), mark)
  return {
    was: { from: passage.from, text: kept },
    is: { from: placeAfter(pieces, passage).from, text: erase(kept, there) },
    pieces: there,
  }
}

/** A coding of the passage with its words in the same numbers, its place and quote as they are now. */
export function eraseCoding<C extends { readonly text: Span; readonly quote: string }>(
  coding: C,
  { was, is, pieces }: ErasedPassage,
): C {
  const span = { from: coding.text.from - was.from, to: coding.text.to - was.from }
  const placed = placeAfter(pieces, span)
  const stands = was.text.slice(span.from, span.to) === coding.quote
  const words = pieces.map((piece) => ({ from: piece.from, to: piece.to }))
  const mark = pieces.find((piece) => piece.mark !== "")?.mark ?? ""
  return {
    ...coding,
    text: { from: is.from + placed.from, to: is.from + placed.to },
    quote: stands
      ? is.text.slice(placed.from, placed.to)
      : erase(coding.quote, piecesOf(coding.quote, spansIn(coding.quote, was.text, words), mark)),
  }
}

/**
 * What was revealed, without the words erased: the one change a reveal ever sees (R1). Words keep their numbers and
 * groups their units; how long each word was is kept, as a number. So every figure stays what it was.
 */
export function eraseReveal(reveal: Reveal, passage: ErasedPassage): Reveal {
  const { from, text } = passage.is
  return {
    ...reveal,
    ...(text === reveal.text ? {} : { measure: reveal.measure ?? measureOf(reveal.text) }),
    text,
    span: { from, to: from + text.length },
    handIns: reveal.handIns.map((handIn) => ({
      ...handIn,
      codings: handIn.codings.map((coding) => eraseCoding(coding, passage)),
    })),
  }
}
