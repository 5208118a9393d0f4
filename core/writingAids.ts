/** What makes writing quicker for one person: nobody else is shown it, and it changes nothing but what they press. */

/** Something short, written for something longer. */
export interface Abbreviation {
  readonly short: string
  readonly long: string
}

/** The keys that somebody uses for some acts instead of the usual ones: a chord by the name of an act, "" for none. */
export type ChosenKeys = Readonly<Record<string, string>>

/** One abbreviation as it is to be; `long` null: it is to be no more. */
export interface AbbreviationChange {
  readonly short: string
  readonly long: string | null
}

export interface WritingAids {
  readonly keys: ChosenKeys
  readonly abbreviations: readonly Abbreviation[]
}

export const MOST_ABBREVIATIONS = 300
export const MOST_KEYS = 60
export const LONGEST_SHORT = 20
export const LONGEST_LONG = 300

/** Whether something can stand for longer words: what has a space in it would never be seen to begin. */
export function isShort(written: string): boolean {
  return /^[^\s\p{C}]{1,20}$/u.test(written)
}

/** What somebody changes of it: the keys as they are to be, and those abbreviations alone that change. */
export interface AidsChange {
  readonly keys?: ChosenKeys | undefined
  readonly abbreviations?: readonly AbbreviationChange[] | undefined
}

/** Abbreviations once some of them are changed, those that are new behind the others; what is not spoken of stays. */
export function changedAbbreviations(
  known: readonly Abbreviation[],
  changes: readonly AbbreviationChange[],
): Abbreviation[] {
  const isKnown = new Set(known.map(({ short }) => short))
  const said = new Map(changes.map(({ short, long }) => [short, long]))
  const stay = known.map(({ short, long }) => ({ short, long: said.has(short) ? said.get(short)! : long }))
  const fresh = [...said].flatMap(([short, long]) => (isKnown.has(short) ? [] : [{ short, long }]))
  return [...stay, ...fresh].flatMap(({ short, long }) => (long === null ? [] : [{ short, long }]))
}

/** What is to stand in the place of something that was just written. */
export interface Expansion extends Abbreviation {
  /** How many characters stand between it and the cursor: the one that ended it. */
  readonly behind: number
}

/**
 * What expands when a character is typed behind some words; null where nothing does. A word expands once a space or a
 * mark ends it, and never as a part of another; with a capital where it is written with one. A sign of one's own, which
 * ends in no letter, expands with its last character. The longest is meant.
 */
export function expansionOf(
  abbreviations: readonly Abbreviation[],
  before: string,
  typed: string,
): Expansion | null {
  const endsIn = (words: string) => (one: Abbreviation) => words.endsWith(one.short) && !isPart(words, one)
  const sign = longest(abbreviations.filter((one) => !isWord(one)).filter(endsIn(before + typed)))
  if (sign) return { ...sign, behind: 0 }
  // « s’ », « celui- » and « étudiant· » go on.
  if (!/^[\s\p{P}\p{S}]$/u.test(typed) || /^['’\-·_]$/u.test(typed)) return null
  const words = abbreviations.filter(isWord)
  const word = longest([...words, ...words.map(capitalised)].filter(endsIn(before)))
  return word && { ...word, behind: typed.length }
}

/** Whether it ends as a word does. */
function isWord({ short }: Abbreviation): boolean {
  return /[\p{L}\p{N}]$/u.test(short)
}

/** Whether it stands at the end of some words as the end of a longer one. */
function isPart(words: string, { short }: Abbreviation): boolean {
  const left = words.slice(0, words.length - short.length)
  return /^[\p{L}\p{N}]/u.test(short) && /[\p{L}\p{N}]$/u.test(left)
}

function longest(some: readonly Abbreviation[]): Abbreviation | null {
  return some.toSorted((one, other) => other.short.length - one.short.length)[0] ?? null
}

function capitalised({ short, long }: Abbreviation): Abbreviation {
  const capital = (word: string) => word.replace(/^./u, (first) => first.toLocaleUpperCase())
  return { short: capital(short), long: capital(long) }
}
