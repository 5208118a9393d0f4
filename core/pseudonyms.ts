/** A project's key: which name became which letter, and what of it still stands in a text (S85–S87). */
import { findWords } from "./erasing"
import type { Span } from "./model"

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
  return said.length >= 2 && said.length <= LONGEST_NAME && !/[\r\n]/.test(said) && /[\p{L}\p{N}]/u.test(said)
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
  const all = searchFor(key)(text)
  const isTaken = new Uint8Array(text.length)
  const found: Standing[] = []
  for (const { from, to, of } of all.sort((one, other) => other.of.name.length - one.of.name.length)) {
    if (isTaken.subarray(from, to).includes(1)) continue
    isTaken.fill(1, from, to)
    found.push({ from, to, stands: of.stands })
  }
  return found.sort((one, other) => one.from - other.from)
}

/** A place of a text where a name of the key stands, be it as a part of another. */
export interface Place extends Span {
  readonly of: Pseudonym
}

/**
 * Looks for all names of a key with one walk through a text, however many there are. A name is found as `findWords` finds
 * words: whole, in upper or lower case, with any white space and apostrophe.
 */
export function searchFor(key: readonly Pseudonym[]): (text: string) => Place[] {
  const root: Branch = { onward: new Map(), names: [] }
  for (const one of key) {
    let branch = root
    for (const { sign } of tokensOf(one.name.trim())) {
      const next: Branch = branch.onward.get(sign) ?? { onward: new Map(), names: [] }
      branch.onward.set(sign, next)
      branch = next
    }
    if (branch !== root) branch.names.push(one)
  }
  return (text) => {
    const tokens = tokensOf(text)
    const isWord = (at: number) => tokens[at]?.isWord === true
    const found: Place[] = []
    for (const [at, { from, isWord: isFirst }] of tokens.entries()) {
      // Its first sign is no letter, and a letter stands right before it.
      if (!isFirst && isWord(at - 1)) continue
      let branch = root.onward.get(tokens[at]!.sign)
      for (let next = at + 1; branch; next++) {
        const isWhole = isWord(next - 1) || !isWord(next)
        const to = tokens[next]?.from ?? text.length
        if (isWhole) for (const of of branch.names) found.push({ from, to, of })
        branch = tokens[next] && branch.onward.get(tokens[next]!.sign)
      }
    }
    return found
  }
}

/** How many names of a key stand in some texts. */
export function namesAmong(key: readonly Pseudonym[], texts: Iterable<string>): number {
  if (key.length === 0) return 0
  return new Set([...texts].flatMap(searchFor(key)).map(({ of }) => of.name)).size
}

/** What may follow in a name, and the names that end here. */
interface Branch {
  readonly onward: Map<string, Branch>
  readonly names: Pseudonym[]
}

interface Token {
  readonly from: number
  readonly isWord: boolean
  /** The same for all ways to write it. */
  readonly sign: string
}

/** A text as runs of letters and digits, runs of white space, and each other sign alone. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const signs = new Map<string, Pick<Token, "isWord" | "sign">>()
  for (const { index, 0: written } of text.matchAll(/[\p{L}\p{N}]+|\s+|./gsu)) {
    let known = signs.get(written)
    if (!known) {
      const isWord = /^[\p{L}\p{N}]/u.test(written)
      // Both ways: « ß », « ſ » and « ς » have a capital that is another's.
      const sign = /^\s/u.test(written) ? " " : written.toLowerCase().toUpperCase().replace("’", "'")
      known = { isWord, sign }
      signs.set(written, known)
    }
    tokens.push({ from: index, isWord: known.isWord, sign: known.sign })
  }
  return tokens
}
