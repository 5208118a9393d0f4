"use client"

import { useEffect } from "react"
import type { Span } from "../../core/model"
import { intersection, unionOf } from "../../core/text"
import { type Piece, piecesOf, type TextOnPage } from "./textOnPage"

/** What can be painted on words, from the lowest to the highest: later ones win. */
export const paints = [
  "nonverbal",
  "inaudible",
  "mine-1",
  "mine-2",
  "mine-3",
  "disputed",
  "found",
  "chosen",
  "playing",
  "line-a",
  "line-b",
  // Its letters are the last to be drawn, with all else under them.
  "stressed",
  "stress-sign",
] as const
export type Paint = (typeof paints)[number]

/**
 * Keeps one paint on some words while the component is shown; only on those within `visible`, because the browser
 * looks at every registered range again whenever the page changes.
 */
export function usePainting(
  text: TextOnPage | null,
  visible: Span | null,
  paint: Paint,
  spans: readonly Span[],
): void {
  useEffect(() => {
    if (!text || !visible || typeof Highlight === "undefined") return
    const shown = spans.flatMap((span) => intersection(span, visible) ?? [])
    const ranges = unionOf(shown).flatMap((span) => piecesOf(text, span).map(rangeOf))
    if (ranges.length === 0) return
    const highlight = new Highlight(...ranges)
    highlight.priority = paints.indexOf(paint)
    CSS.highlights.set(paint, highlight)
    return () => {
      if (CSS.highlights.get(paint) === highlight) CSS.highlights.delete(paint)
    }
  }, [text, visible, paint, spans])
}

/** Static: it follows no change of the document, so that it costs the document's changes nothing. */
function rangeOf({ words, from, to }: Piece): StaticRange {
  return new StaticRange({ startContainer: words, startOffset: from, endContainer: words, endOffset: to })
}
