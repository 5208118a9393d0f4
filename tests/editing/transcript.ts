import type { Transcript } from "../../core/model"
import type { Chance } from "../support/chance"

/** Characters that occur once in all, so that it is known of each where it went; nobody types them. */
const FIRST = 0x4e00

export function isOriginal(char: string): boolean {
  return char.charCodeAt(0) >= FIRST && char.charCodeAt(0) < 0xa000
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
