import type * as Y from "yjs"
import type { Span } from "../model"
import { escaped, wholeWord } from "../text"
import { edit, replace } from "./editing"

export interface Search {
  readonly words: string
  /** Whether « M7 » and « m7 » are different; so are accents, always. */
  readonly matchCase: boolean
  /** Whether only whole words are meant. */
  readonly wholeWords: boolean
}

/** Where some words stand in a transcript's text, in order and apart from each other; never across two turns. */
export function findPlaces(text: string, { words, matchCase, wholeWords }: Search): Span[] {
  if (words === "" || words.includes("\n")) return []
  const literal = escaped(words)
  const pattern = new RegExp(wholeWords ? wholeWord(literal) : literal, matchCase ? "gu" : "giu")
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** Puts words in all these places, which are apart from each other, as one act. */
export function replacePlaces(doc: Y.Doc, places: readonly Span[], words: string): void {
  edit(doc, () => {
    for (const place of places.toSorted((one, other) => other.from - one.from)) replace(doc, place, words)
  })
}
