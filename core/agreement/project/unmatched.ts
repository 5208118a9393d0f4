/** The segments that the other coder does not have, with their words: more use to most readers than their share. */
import type { CodeId, MemberId, PassageId, Span } from "../../model"
import { groupBy } from "../../overlap"
import { wordsOf } from "../../text"
import { unmatchedSegments } from "../unmatched"
import type { Computed } from "./compute"
import type { PlacedDocument } from "./documents"
import { touched, wordsIn } from "./places"

export interface UnmatchedWords {
  readonly document: string
  readonly passage: PassageId
  /** Which passage of its source, from 0. */
  readonly index: number
  /** In words of the passage. */
  readonly words: Span
  /** As they are kept today: an erased word is its mark. */
  readonly quote: string
  readonly code: CodeId
  readonly coder: MemberId
  /** Who has none like it. */
  readonly other: MemberId
  /** The largest share in common with one of the other's with this code; 0: none there meets it. */
  readonly overlap: number
}

/** By document, in the order of the text. */
export function unmatchedIn({
  documents,
  parameters,
}: Pick<Computed, "documents" | "parameters">): UnmatchedWords[] {
  const segments = groupBy(
    unmatchedSegments(
      documents.map(({ coded }) => coded),
      parameters,
    ),
    ({ document }) => document,
  )
  return documents.flatMap((document) => {
    const placed = placer(document)
    return (segments.get(document.coded.id) ?? [])
      .flatMap(({ start, end, code, coder, other, overlap }) => {
        const place = placed({ start, end })
        return place ? [{ document: document.coded.id, ...place, code, coder, other, overlap }] : []
      })
      .sort(inText)
  })
}

type Where = Pick<UnmatchedWords, "passage" | "index" | "words" | "quote">

/** Where a stretch of a document is, and what is said there. */
function placer(document: PlacedDocument): (stretch: { start: number; end: number }) => Where | null {
  const words = wordsIn(document)
  const passages = new Map(
    document.parts.map(({ passage }) => [
      passage.passage,
      { ...passage, written: wordsOf(passage.row.text) },
    ]),
  )
  return (stretch) => {
    const { from, to } = touched(words, stretch)
    const [first, last] = [words[from], words[to - 1]]
    const passage = first && passages.get(first.passage)
    // A coding lies in one passage.
    if (!first || !last || !passage || last.passage !== first.passage) return null
    const span = { from: first.word, to: last.word + 1 }
    const [opens, closes] = [passage.written[span.from]?.opens, passage.written[span.to - 1]?.closes]
    const quote = passage.row.text.slice(opens, closes).replace(/\s+/gu, " ")
    return { passage: first.passage, index: passage.index, words: span, quote }
  }
}

function inText(one: UnmatchedWords, other: UnmatchedWords): number {
  return (
    one.index - other.index ||
    one.words.from - other.words.from ||
    one.words.to - other.words.to ||
    (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
  )
}
