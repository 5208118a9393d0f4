import { and, asc, eq, isNotNull } from "drizzle-orm"
import { type WordChange, wordsAfter } from "../../core/correcting"
import type { SourceId, Span } from "../../core/model"
import type { HandedCoding, Reveal } from "../../core/reading"
import { textSpan, wordsOf } from "../../core/text"
import type { Db } from "../../db/client"
import { correction, passage } from "../../db/schema"

/** Where a revealed passage stands in the transcript of today, which may have been corrected since (R1, C32). */
export interface Placing {
  readonly span: Span
  /** The characters under some of its words, as they were numbered at the reveal. */
  readonly textOf: (words: Span) => Span
  /** The characters under one of its codings: those that were handed in, where nothing in the passage was corrected. */
  readonly textOfCoding: (coding: Pick<HandedCoding, "words" | "text">) => Span
}

export async function placings(db: Db, source: SourceId, text: string): Promise<(reveal: Reveal) => Placing> {
  const places = await db
    .select({ id: passage.id, from: passage.from, to: passage.to })
    .from(passage)
    .where(eq(passage.source, source))
  const rows = await db
    .select({ passage: correction.passage, version: correction.version, changes: correction.changes })
    .from(correction)
    .where(and(eq(correction.source, source), isNotNull(correction.version)))
    .orderBy(asc(correction.version))
  const changesSince = ({ passage, transcriptVersion }: Reveal) =>
    rows
      .filter((row) => row.passage === passage && row.version! > transcriptVersion)
      .map(({ changes }) => changes ?? [])
  return (reveal) => {
    const { from, to } = places.find(({ id }) => id === reveal.passage) ?? reveal.span
    return placing(reveal, { from, to }, text.slice(from, to), changesSince(reveal))
  }
}

function placing(
  { span: then }: Reveal,
  span: Span,
  text: string,
  changes: readonly (readonly WordChange[])[],
): Placing {
  const words = wordsOf(text)
  const textOf = (numbered: Span): Span => {
    const now = changes.reduce((placed, each) => wordsAfter(each, placed), numbered)
    const inside = textSpan(words, now)
    return { from: span.from + inside.from, to: span.from + inside.to }
  }
  const moved = span.from - then.from
  return {
    span,
    textOf,
    textOfCoding: ({ words: numbered, text: own }) =>
      changes.length === 0 ? { from: own.from + moved, to: own.to + moved } : textOf(numbered),
  }
}
