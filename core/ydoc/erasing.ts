/** Taking words out of documents without moving what is anchored beside them. */
import type * as Y from "yjs"
import { CONTEXT_LENGTH, isLost, quoteOf } from "../anchor"
import { type Piece, placeAfter } from "../erasing"
import type { Span } from "../model"
import { anchorTo, resolveAnchor } from "./anchors"
import { fieldsOf, readAnchor } from "./entries"

/**
 * Replaces some characters of a transcript. What is deleted keeps its ids, so that anchors to other words, wherever
 * they are kept, stay what they are; once the document is collected, its characters are gone from it. The mark stands
 * after the first of them: an anchor to the erased words themselves then holds the mark.
 */
export function eraseInTranscript(doc: Y.Doc, pieces: readonly Piece[]): void {
  const text = doc.getText("text")
  doc.transact(() => {
    for (const { from, to, mark } of [...pieces].reverse()) {
      if (mark !== "") text.insert(from + 1, mark)
      text.delete(from, 1)
      if (to - from > 1) text.delete(from + mark.length, to - from - 1)
    }
  })
}

/** Changes the labels of speakers. */
export function relabelSpeakers(doc: Y.Doc, relabel: (label: string, id: string) => string): void {
  const speakers = doc.getMap("speakers")
  doc.transact(() => {
    for (const [id, value] of [...speakers]) {
      const { label } = fieldsOf(value)
      if (typeof label !== "string" || relabel(label, id) === label) continue
      speakers.set(id, { ...fieldsOf(value), label: relabel(label, id) })
    }
  })
}

/** A transcript before and after words were taken out of it. */
export interface ErasedTranscript {
  readonly before: { readonly doc: Y.Doc; readonly text: string }
  readonly after: { readonly doc: Y.Doc; readonly text: string }
  readonly pieces: readonly Piece[]
}

/**
 * Says again, in a layer, which words its codings and memos hold: their quotes are those of the transcript as it is
 * now. What its coder wrote goes through `clean`. Nothing that needs no change is touched, and nothing is told.
 */
export function requoteLayer(
  doc: Y.Doc,
  transcript: ErasedTranscript,
  clean: (text: string) => string,
): void {
  doc.transact(() => {
    for (const name of ["codings", "suggestedCodes", "memos"]) {
      const map = doc.getMap(name)
      for (const [id, value] of [...map]) {
        const now = cleaned(value, transcript, clean)
        if (JSON.stringify(now) !== JSON.stringify(value)) map.set(id, now)
      }
    }
  })
}

function cleaned(value: unknown, transcript: ErasedTranscript, clean: (text: string) => string): unknown {
  const fields = fieldsOf(value)
  const written = ["memo", "text", "name", "definition"].filter((name) => typeof fields[name] === "string")
  return {
    ...fields,
    ...Object.fromEntries(written.map((name) => [name, clean(fields[name] as string)])),
    ...(fields.anchor === undefined ? {} : { anchor: requoted(fields.anchor, transcript, clean) }),
  }
}

function requoted(
  value: unknown,
  { before, after, pieces }: ErasedTranscript,
  clean: (text: string) => string,
) {
  const anchor = readAnchor(value)
  if (!anchor) return value
  const stood = resolveAnchor(before.doc, before.text, anchor)
  if (isLost(stood)) {
    // Its words are gone from the transcript already; what they were may not stand here instead.
    const lost = (words: string) => clean(eraseWithin(words, before.text, pieces))
    return {
      ...fieldsOf(value),
      quote: lost(anchor.quote),
      prefix: lost(anchor.prefix),
      suffix: lost(anchor.suffix),
    }
  }
  const span = placeAfter(pieces, stood)
  const quotes = quoteOf(after.text, span)
  const now = resolveAnchor(after.doc, after.text, { ...anchor, ...quotes })
  const holds = !isLost(now) && now.from === span.from && now.to === span.to
  return {
    ...fieldsOf(value),
    ...quotes,
    ...(holds || !isWords(span) ? {} : anchorTo(after.doc, after.text, span)),
  }
}

const isWords = ({ from, to }: Span) => to > from

/** Some words that cannot be placed, without those that were erased. */
function eraseWithin(words: string, text: string, pieces: readonly Piece[]): string {
  return pieces.reduce((left, { from, to, mark }) => {
    const erased = text.slice(from, to)
    return erased.length > 2 && erased.length <= CONTEXT_LENGTH ? left.replaceAll(erased, mark) : left
  }, words)
}
