import type { Span } from "../../core/model"

/** Words that were said with stress, as they are written: « je ne voulais *pas* ». */
export interface Emphasis {
  /** With its signs. */
  readonly all: Span
  readonly words: Span
}

/** What says so: an asterisk before a first word and one behind a last. */
export const STRESS = "*"

/**
 * What is stressed in a text. Only whole words, and never across turns: an asterisk inside a word, as in
 * « Lehrer*innen » or « étudiant*e*s », is a letter like others.
 */
export function emphasisIn(text: string): Emphasis[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}*])\*(?![\s*])([^*\n]{1,200})(?<!\s)\*(?![\p{L}\p{N}*])/gu)
  return Array.from(found, ({ index, 0: { length } }) => ({
    all: { from: index, to: index + length },
    words: { from: index + 1, to: index + length - 1 },
  }))
}

/** The words that are stressed in a text. */
export function emphasisOf(text: string): Span[] {
  return emphasisIn(text).map(({ words }) => words)
}

/** The signs that say so: drawn lighter than what they stand around. */
export function stressSignsOf(text: string): Span[] {
  return emphasisIn(text).flatMap(({ all, words }) => [
    { from: all.from, to: words.from },
    { from: words.to, to: all.to },
  ])
}
