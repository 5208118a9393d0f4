import * as Y from "yjs"
import type { Span } from "../model"
import { escaped, textOf, wholeWord } from "../text"
import { aliasOf, readAliases, twinsIn, writeAliases } from "./aliases"
import { edit, idsOf, oneLine, replace } from "./editing"
import { type CharId, deleteRange, insertBehind } from "./items"
import { stands } from "./places"
import { readTranscript } from "./source"

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

/**
 * Puts words in all these places, which are apart from each other, as one act. A word of a single letter stays in what is
 * coded as a longer one does: see `replaceLetter`.
 */
export function replacePlaces(doc: Y.Doc, places: readonly Span[], words: string): void {
  const text = textOf(readTranscript(doc).turns)
  const isWord = ({ from, to }: Span) =>
    to - from === 1 && letterAlone.test(text.slice(Math.max(0, from - 1), to + 1))
  edit(doc, () => {
    for (const place of places.toSorted((one, other) => other.from - one.from)) {
      if (words !== "" && isWord(place)) replaceWord(doc, place, words)
      else replace(doc, place, words)
    }
  })
}

const letterAlone = /^[^\p{L}\p{N}]?[\p{L}\p{N}][^\p{L}\p{N}]?$/u

/**
 * Puts words in the place of one, where its writer is the only one there is. A word of a single letter has no inside to
 * write into: see `replaceLetter`.
 */
export function replaceWord(doc: Y.Doc, word: Span, words: string): void {
  const [letter] = idsOf(doc.getText("text"), word)
  if (word.to - word.from === 1 && letter) replaceLetter(doc, letter, words)
  else replace(doc, word, words)
}

/**
 * Puts words in the place of a single letter, which may be deleted already. It has no inside to write into: the first
 * letter of what replaces it is the same letter from then on, so that a coding whose edge it was keeps it.
 */
export function replaceLetter(doc: Y.Doc, letter: CharId, words: string): void {
  edit(doc, (transaction, text) => {
    const old = { client: letter.client, clock: letter.clock, length: 1 }
    const fresh = insertBehind(transaction, text, letter, new Y.ContentString(oneLine(words)))
    deleteRange(transaction, text, old)
    writeAliases(doc, [aliasOf(old, fresh)])
  })
}

/** Whether a deleted letter is still what stands last before an offset, so that what is written there replaces it. */
export function isGoneAt(doc: Y.Doc, letter: CharId, at: number): boolean {
  const text = doc.getText("text")
  const twins = twinsIn(readAliases(doc)).of(letter)
  if (twins.some((twin) => stands(text, twin))) return false
  const position = Y.createRelativePositionFromJSON({ item: letter, assoc: 0 })
  return Y.createAbsolutePositionFromRelativePosition(position, doc, false)?.index === at
}
