/** A project's key: which name became which letter, and what of it still stands in a text (P1–P5). */
import { findWords } from "./erasing"
import type { Span } from "./model"
import { wordsOf } from "./text"

export interface Pseudonym {
  /** A name or a place, as somebody said it. */
  readonly name: string
  /** What is written instead. */
  readonly stands: string
}

/** A place of a text where a name of the key stands. */
export interface Standing extends Span {
  readonly stands: string
}

export const LONGEST_NAME = 100
export const LONGEST_STAND_IN = 40

/** The same for all ways to write a name that are one name: upper or lower case, white space, apostrophes. */
export function foldedName(name: string): string {
  return name.trim().normalize("NFC").replace(/\s+/gu, " ").replaceAll("’", "'").toLocaleLowerCase("fr")
}

/** Whether something can stand in the key: words in one line, long enough to be a name and no longer than one. */
export function isName(name: string): boolean {
  const said = name.trim()
  return said.length >= 2 && said.length <= LONGEST_NAME && !/[\r\n]/.test(said) && wordsOf(said).length > 0
}

/** Whether something can be written instead of a name: words in one line that do not hold the name themselves. */
export function standsFor(stands: string, name: string): boolean {
  const written = stands.trim()
  if (written === "" || written.length > LONGEST_STAND_IN || /[\r\n]/.test(written)) return false
  return findWords(written, name).length === 0
}

/** The first letter that stands for nobody yet: A to Z, then AA. No initial of a name: it would tell something of it. */
export function nextLetter(taken: Iterable<string>): string {
  const used = new Set([...taken].map((each) => each.trim().toLocaleUpperCase("fr")))
  for (let number = 0; ; number++) {
    const letter = lettersOf(number)
    if (!used.has(letter)) return letter
  }
}

function lettersOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26))
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last
}

/**
 * Where names of a key stand in a text, in order and apart from each other. Where one name is part of another, as in
 * "Jean Durand" and "Durand", the longer is meant.
 */
export function namesIn(text: string, key: readonly Pseudonym[]): Standing[] {
  const found: Standing[] = []
  for (const { name, stands } of key.toSorted((one, other) => other.name.length - one.name.length)) {
    for (const span of findWords(text, name)) {
      if (found.every((each) => each.to <= span.from || span.to <= each.from)) found.push({ ...span, stands })
    }
  }
  return found.sort((one, other) => one.from - other.from)
}
