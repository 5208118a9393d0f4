import * as Y from "yjs"
import { type Anchor, findQuote, type Lost, quoteOf } from "../anchor"
import type { Span } from "../model"
import { readAliases, twinsIn } from "./aliases"
import { belonging, isTouched, type KnownMoves, knownMoves } from "./belonging"
import { fieldsOf } from "./entries"
import { type CharRange, type Place, pieceOf } from "./items"
import { mainPart } from "./parts"
import { type Places, placesOf } from "./places"

/**
 * Anchors a span of a transcript to its words: the start clings to the character after it, the end to the one
 * before, so that typing at an edge does not grow the coding. Where turns were moved before, the start says too which of
 * the characters between had come and gone by then.
 */
export function anchorTo(doc: Y.Doc, text: string, span: Span): Anchor {
  const type = doc.getText("text")
  const start = Y.createRelativePositionFromTypeIndex(type, span.from, 0)
  const end = Y.createRelativePositionFromTypeIndex(type, span.to, -1)
  return {
    start: { ...Y.relativePositionToJSON(start), ...movesBetween(doc, start, end) },
    end: Y.relativePositionToJSON(end),
    ...quoteOf(text, span),
  }
}

type Ranges = readonly (readonly [client: number, clock: number, length: number])[]

function movesBetween(doc: Y.Doc, start: Y.RelativePosition, end: Y.RelativePosition) {
  const aliases = readAliases(doc)
  const type = doc.getText("text")
  const [first, last] = [start.item && pieceOf(type, start.item), end.item && pieceOf(type, end.item)]
  if (aliases.length === 0 || !first || !last) return {}
  const { came, left } = knownMoves(type, twinsIn(aliases), first, last)
  const listed = (ranges: readonly CharRange[]): Ranges =>
    ranges.map(({ client, clock, length }) => [client, clock, length])
  return { ...(came.length > 0 && { came: listed(came) }), ...(left.length > 0 && { left: listed(left) }) }
}

/** What a start says of the moves before it; strangers may have written anything. */
function readMoves(start: unknown): KnownMoves {
  const { came, left } = fieldsOf(start)
  return { came: readRanges(came), left: readRanges(left) }
}

function readRanges(value: unknown): CharRange[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((range) => {
    if (!Array.isArray(range) || range.length !== 3 || !range.every(Number.isSafeInteger)) return []
    const [client, clock, length] = range as [number, number, number]
    return [{ client, clock, length }]
  })
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
    const span = start && end && standingOf(type, text, places, start, end, anchor)
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
}

/** What a position says today. Positions written by strangers may be anything. */
function edgeOf(text: Y.Text, places: Places, position: unknown): Edge | null {
  const read = positionIn(position)
  if (!read) return null
  const isAfter = read.assoc < 0
  if (!read.item) {
    return read.tname === "text" ? { char: null, at: isAfter ? 0 : places.length } : null
  }
  const char = pieceOf(text, read.item)
  const gone = char && places.startOf(char.item)
  if (!char || gone === null) return null
  if (!char.item.deleted && char.item.countable) {
    return { char, at: gone + char.inside + (isAfter ? 1 : 0) }
  }
  const now = places.standing(read.item)
  if (now && !now.moved) return { char, at: now.at + (isAfter ? 1 : 0) }
  return { char, at: gone }
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
  type: Y.Text,
  text: string,
  places: Places,
  start: Edge,
  end: Edge,
  anchor: Anchor,
): Span | null {
  const ends = start.char && end.char ? ([start.char, end.char] as const) : null
  if (!places.hasMoves || !ends || !isTouched(type, places, ...ends)) {
    return end.at > start.at ? { from: start.at, to: end.at } : null
  }
  return mainPart(text, belonging(type, places, ...ends, readMoves(anchor.start)), anchor.quote)
}
