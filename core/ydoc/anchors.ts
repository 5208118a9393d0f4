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

/** Where an anchor stands in a transcript. Of many anchors of one transcript ask `resolverOf` once instead. */
export function resolveAnchor(doc: Y.Doc, text: string, anchor: Anchor): Span | null {
  return resolverOf(doc, text)(anchor)
}

/**
 * Where anchors stand in a transcript as it is now; to be asked for again when the document has changed. Null when an
 * anchor's words are gone: the coding is *lost*, to be shown and re-anchored, never dropped. Positions are followed
 * first; the quote is the fallback where positions cannot be read.
 */
export function resolverOf(doc: Y.Doc, text: string): (anchor: Anchor) => Span | null {
  let starts: Starts | null = null
  return (anchor) => {
    starts ??= startsOf(doc.getText("text"))
    const from = indexOf(doc, starts, anchor.start)
    const to = indexOf(doc, starts, anchor.end)
    if (from !== null && to !== null) return to > from && to <= text.length ? { from, to } : null
    return findQuote(text, anchor)
  }
}

/** Where each piece of the document's text begins. Yjs walks there from the first for every position it is asked. */
type Starts = ReadonlyMap<Y.Item, number>

function startsOf(type: Y.Text): Starts {
  const starts = new Map<Y.Item, number>()
  let at = 0
  for (let item = type._start; item !== null; item = item.right) {
    starts.set(item, at)
    if (!item.deleted && item.countable) at += item.length
  }
  return starts
}

function indexOf(doc: Y.Doc, starts: Starts, position: unknown): number | null {
  if (typeof position !== "object" || position === null) return null
  try {
    const { item, assoc } = Y.createRelativePositionFromJSON(position)
    // A position at an end of the text names no piece of it.
    if (item === null) return endOf(doc, position)
    const { piece, inside } = pieceAt(doc, item)
    const start = starts.get(piece)
    if (start === undefined) return null
    return piece.deleted || !piece.countable ? start : start + inside + (assoc >= 0 ? 0 : 1)
  } catch {
    return null // positions written by strangers may be anything
  }
}

function endOf(doc: Y.Doc, position: object): number | null {
  const relative = Y.createRelativePositionFromJSON(position)
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  return absolute && absolute.type === doc.getText("text") ? absolute.index : null
}

/** The piece that holds a character, or that brought it back where its deletion was undone. Throws where none does. */
function pieceAt(doc: Y.Doc, id: Y.ID): { piece: Y.Item; inside: number } {
  let { client, clock } = id
  for (;;) {
    const piece = Y.getItem(doc.store, { client, clock } as Y.ID)
    if (!(piece instanceof Y.Item)) throw new RangeError("what was there is collected")
    const inside = clock - piece.id.clock
    if (piece.redone === null) return { piece, inside }
    client = piece.redone.client
    clock = piece.redone.clock + inside
  }
}
