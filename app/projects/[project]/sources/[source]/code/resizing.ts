import type { Span } from "../../../../../../core/model"
import { textSpan, type Word, wordSpan } from "../../../../../../core/text"

export type Edge = "start" | "end"

/** A span one word longer or shorter at an edge; unchanged where there is no word left to give or take. */
export function stepEdge(words: readonly Word[], span: Span, edge: Edge, by: 1 | -1): Span {
  const covered = wordSpan(words, span)
  if (!covered) return span
  const next =
    edge === "start" ? { ...covered, from: covered.from + by } : { ...covered, to: covered.to + by }
  return next.from < 0 || next.to > words.length || next.from >= next.to ? span : textSpan(words, next)
}

/** A span with an edge brought to the word at an offset; never past its other edge. */
export function dragEdge(words: readonly Word[], span: Span, edge: Edge, offset: number): Span {
  const dragged =
    edge === "start"
      ? { from: Math.min(offset, span.to - 1), to: span.to }
      : { from: span.from, to: Math.max(offset, span.from + 1) }
  const covered = wordSpan(words, dragged)
  return covered ? textSpan(words, covered) : span
}
