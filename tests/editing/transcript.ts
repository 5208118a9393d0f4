import type { Transcript } from "../../core/model"
import type { Chance } from "../support/chance"

/** Characters that occur once in all, so that it is known of each where it went: those of the start, those typed. */
const FIRST = 0x4e00
const FIRST_TYPED = 0xac00
const LAST_TYPED = 0xd7a3

export function isOriginal(char: string): boolean {
  return char.charCodeAt(0) >= FIRST && char.charCodeAt(0) < 0xa000
}

/** Whether a character is known by itself; the others are typed again and again. */
export function isKnown(char: string): boolean {
  return isOriginal(char) || (char.charCodeAt(0) >= FIRST_TYPED && char.charCodeAt(0) <= LAST_TYPED)
}

/** Gives characters to type, each once. */
export function createKeys(): () => string {
  let next = FIRST_TYPED
  return () => {
    if (next > LAST_TYPED) throw new RangeError("more was typed than there are characters")
    return String.fromCharCode(next++)
  }
}

/** What was said at the start, of an interview of this many turns. */
export function transcriptOf(turns: number, chance: Chance): Transcript {
  let next = FIRST
  const words = (length: number) => String.fromCharCode(...Array.from({ length }, () => next++))
  return {
    speakers: [],
    turns: Array.from({ length: turns }, (_, index) => ({
      speaker: `s${index % 3}`,
      startMs: index * 1000,
      endMs: null,
      text: words(chance.number(50)),
    })),
  }
}
