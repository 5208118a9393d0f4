import type { Span } from "./model"

/**
 * Where a coding stands, held by the words and not by offsets: `start`/`end` are Yjs relative positions as JSON
 * into the source's text, the quote is checked and serves as fallback. Where words between them had come from elsewhere
 * or had left, `start` says which (`came`, `left`: ranges of ids).
 */
export interface Anchor {
  readonly start: unknown
  readonly end: unknown
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** What is known of a coding whose words are gone from the transcript: to be shown, never dropped. */
export interface Lost {
  /** Its words as they were last known. */
  readonly lost: string
}

export function isLost(standing: Span | Lost): standing is Lost {
  return "lost" in standing
}

/** A passage's borders, held the same way. */
export interface SavedPassageAnchor {
  readonly start: unknown
  readonly end: unknown
}

export const CONTEXT_LENGTH = 32

/** The quote of a span with the words around it. */
export function quoteOf(text: string, span: Span): Pick<Anchor, "quote" | "prefix" | "suffix"> {
  return {
    quote: text.slice(span.from, span.to),
    prefix: text.slice(Math.max(0, span.from - CONTEXT_LENGTH), span.from),
    suffix: text.slice(span.to, span.to + CONTEXT_LENGTH),
  }
}

/**
 * Finds a quote again where its positions are lost: the occurrence whose surroundings fit best; null when the words
 * are gone, when two occurrences fit equally well and nothing says which, or when fewer characters than `least`
 * fit, surroundings included.
 */
export function findQuote(
  text: string,
  anchor: Pick<Anchor, "quote" | "prefix" | "suffix">,
  least = 0,
): Span | null {
  if (anchor.quote === "") return null
  let best: { from: number; score: number } | null = null
  let tied = false
  for (let from = text.indexOf(anchor.quote); from >= 0; from = text.indexOf(anchor.quote, from + 1)) {
    const score =
      commonSuffix(text.slice(0, from), anchor.prefix) +
      commonPrefix(text.slice(from + anchor.quote.length), anchor.suffix)
    if (!best || score > best.score) {
      best = { from, score }
      tied = false
    } else if (score === best.score) tied = true
  }
  const fits = best !== null && anchor.quote.length + best.score >= least
  return best && fits && !tied ? { from: best.from, to: best.from + anchor.quote.length } : null
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function commonSuffix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length++
  return length
}
