import * as Y from "yjs"
import { type Anchor, findQuote, type Lost, quoteOf } from "../anchor"
import type { Span } from "../model"
import { type Place, pieceOf } from "./items"
import { type Places, placesOf } from "./places"
import { mainPart, stretchesBetween } from "./stretches"

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
export function resolveAnchor(doc: Y.Doc, text: string, anchor: Anchor): Span | Lost {
  return resolverOf(doc, text)(anchor)
}

/** A quote found elsewhere is taken for the words that are gone only if this much of it and around it is alike. */
const DISTINCT = 20

/**
 * Where anchors stand in a transcript as it is now; to be asked for again when the document has changed. Characters are
 * followed through whatever was undone or moved (C20). Where none of them is left the quote is looked for, as
 * after cut and paste; a coding found by neither is *lost*.
 */
export function resolverOf(doc: Y.Doc, text: string): (anchor: Anchor) => Span | Lost {
  const type = doc.getText("text")
  let places: Places | null = null
  return (anchor) => {
    places ??= placesOf(doc)
    const start = edgeOf(type, places, anchor.start)
    const end = edgeOf(type, places, anchor.end)
    const quoted = (span: Span) => countQuoted(anchor.quote, text.slice(span.from, span.to))
    const span = start && end && standingOf(type, places, start, end, quoted)
    return span ?? findQuote(text, anchor, start && end ? DISTINCT : 0) ?? { lost: anchor.quote }
  }
}

/**
 * Where what stands between two edges stands today, be it empty; null where the edges are no characters of this
 * transcript. Good until the document changes.
 */
export function edgesOf(doc: Y.Doc): (anchor: Pick<Anchor, "start" | "end">) => Span | null {
  const type = doc.getText("text")
  const places = placesOf(doc)
  return (anchor) => {
    const start = edgeOf(type, places, anchor.start)
    const end = edgeOf(type, places, anchor.end)
    return start && end && { from: start.at, to: Math.max(start.at, end.at) }
  }
}

interface Edge {
  /** The character it clings to; null at an end of the text. */
  readonly char: Place | null
  readonly at: number
  /** Whether that character stands where it was written, or was brought back there. */
  readonly stands: boolean
}

/** What a position says today. Positions written by strangers may be anything. */
function edgeOf(text: Y.Text, places: Places, position: unknown): Edge | null {
  const read = positionIn(position)
  if (!read) return null
  const isAfter = read.assoc < 0
  if (!read.item) {
    return read.tname === "text" ? { char: null, at: isAfter ? 0 : places.length, stands: true } : null
  }
  const char = pieceOf(text, read.item)
  const gone = char && places.startOf(char.item)
  if (!char || gone === null) return null
  if (!char.item.deleted && char.item.countable) {
    return { char, stands: true, at: gone + char.inside + (isAfter ? 1 : 0) }
  }
  const now = places.standing(read.item)
  if (now && !now.moved) return { char, stands: true, at: now.at + (isAfter ? 1 : 0) }
  return { char, stands: false, at: gone }
}

function positionIn(position: unknown): Y.RelativePosition | null {
  if (typeof position !== "object" || position === null) return null
  try {
    return Y.createRelativePositionFromJSON(position)
  } catch {
    return null
  }
}

function standingOf(
  text: Y.Text,
  places: Places,
  start: Edge,
  end: Edge,
  quoted: (span: Span) => number,
): Span | null {
  const stayed = !places.hasMoves || (start.stands && end.stands)
  if (stayed || !start.char || !end.char) return end.at > start.at ? { from: start.at, to: end.at } : null
  return mainPart(places, stretchesBetween(text, places, start.char, end.char), quoted)
}

/** How much of some words a quote has: tells apart, if roughly, what was coded and what was written since. */
function countQuoted(quote: string, words: string): number {
  if (words.trim() === "") return 0
  if (quote.includes(words)) return words.trim().length
  if (words.length <= 2) return 0
  const half = words.length > 8 ? 8 : Math.ceil(words.length / 2)
  return countQuoted(quote, words.slice(0, half)) + countQuoted(quote, words.slice(half))
}
