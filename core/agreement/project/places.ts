/** Places of a document as words of the passages it is made of, which later corrections leave where they are. */
import type { PassageId } from "../../model"
import { firstIndex } from "../../text"
import type { PlacedDocument } from "./documents"

/** A word of a passage, from 0, as its reveal numbers them. */
export interface Place {
  readonly passage: PassageId
  readonly word: number
}

export interface PlacedWord extends Place {
  /** In the document's own offsets, with the marks that belong to it. */
  readonly start: number
  readonly end: number
}

/** All words of a document in their order. */
export function wordsIn({ parts }: Pick<PlacedDocument, "parts">): PlacedWord[] {
  return parts.flatMap(({ passage, from, measure }) =>
    measure.words.map(([opens, closes], word) => ({
      passage: passage.passage,
      word,
      start: from + opens,
      end: from + closes,
    })),
  )
}

/** The words that a stretch of the document touches: the first of them, and the first that follows; as numbers of the list. */
export function touched(
  words: readonly PlacedWord[],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } {
  return {
    from: firstIndex(words, (word) => word.end > start),
    to: firstIndex(words, (word) => word.start >= end),
  }
}

/** A text's parts, ten where it has as many, as the parts it is drawn in are gathered for the eye. */
export function tenthsOf<B>(bins: readonly B[]): B[][] {
  const size = Math.max(1, Math.round(bins.length / 10))
  return Array.from({ length: Math.ceil(bins.length / size) }, (_, at) =>
    bins.slice(at * size, (at + 1) * size),
  )
}
