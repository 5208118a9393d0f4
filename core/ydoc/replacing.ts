import * as Y from "yjs"
import type { Span } from "../model"
import { escaped, wholeWord } from "../text"
import { aliasOf, writeAliases } from "./aliases"
import { edit, idsOf, oneLine, replace } from "./editing"
import { deleteRange, insertBehind } from "./items"

export interface Search {
  readonly words: string
  /** Whether « M7 » and « m7 » are different; so are accents, always. */
  readonly matchCase: boolean
  /** Whether only whole words are meant. */
  readonly wholeWords: boolean
}

/**
 * Where some words stand in a transcript's text, in order and apart from each other; never across two turns. A space
 * finds any that a typographer may have put there, an apostrophe either kind: nobody sees which one they write.
 */
export function findPlaces(text: string, { words, matchCase, wholeWords }: Search): Span[] {
  if (words === "" || words.includes("\n")) return []
  const literal = escaped(words)
    .replace(/[^\S\n]/gu, "[^\\S\\n]")
    .replace(/['’]/gu, "['’]")
  const pattern = new RegExp(wholeWords ? wholeWord(literal) : literal, matchCase ? "gu" : "giu")
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** Puts words in all these places, which are apart from each other, as one act. */
export function replacePlaces(doc: Y.Doc, places: readonly Span[], words: string): void {
  edit(doc, () => {
    for (const place of places.toSorted((one, other) => other.from - one.from)) replace(doc, place, words)
  })
}

/**
 * Puts words in the place of one, where its writer is the only one there is. A word of a single letter has no inside to
 * write into: the first letter of what replaces it is the same letter from then on, so that a coding whose edge it was
 * keeps the word.
 */
export function replaceWord(doc: Y.Doc, word: Span, words: string): void {
  edit(doc, (transaction, text) => {
    const [letter] = idsOf(text, word)
    if (word.to - word.from !== 1 || !letter) return replace(doc, word, words)
    const fresh = insertBehind(transaction, text, letter, new Y.ContentString(oneLine(words)))
    deleteRange(transaction, text, letter)
    writeAliases(doc, [aliasOf(letter, fresh)])
  })
}
