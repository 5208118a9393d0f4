import * as Y from "yjs"
import { type Anchor, findQuote, quoteOf } from "../anchor"
import type { Span } from "../model"

/**
 * Anchors a span of a transcript to its words: the start clings to the character after it, the end to the one
 * before, so that typing at an edge does not grow the coding.
 */
export function anchorTo(doc: Y.Doc, text: string, span: Span): Anchor {
  const type = doc.getText("text")
  return {
    start: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, span.from, 0)),
    end: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, span.to, -1)),
    ...quoteOf(text, span),
  }
}

/**
 * Where an anchor stands now. Null when its words are gone: the coding is *lost*, to be shown and re-anchored, never
 * dropped. Positions are followed first; the quote is the fallback where positions cannot be read.
 */
export function resolveAnchor(doc: Y.Doc, text: string, anchor: Anchor): Span | null {
  const from = indexOf(doc, anchor.start)
  const to = indexOf(doc, anchor.end)
  if (from !== null && to !== null) return to > from && to <= text.length ? { from, to } : null
  return findQuote(text, anchor)
}

function indexOf(doc: Y.Doc, position: unknown): number | null {
  if (typeof position !== "object" || position === null) return null
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(position),
      doc,
    )
    return absolute && absolute.type === doc.getText("text") ? absolute.index : null
  } catch {
    return null // positions written by strangers may be anything
  }
}
