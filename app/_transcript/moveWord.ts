import type { PlacedTurn, Span } from "../../core/model"

/** The word a selection began with and the word it reaches, as numbers of words. Alike: one word. */
export interface WordSelection {
  readonly anchor: number
  readonly focus: number
}

/**
 * Where an arrow key leads: left and right by a word, up and down by a turn, Home and End to the edges of the turn.
 * With Shift the selection reaches there; without, only that word is selected. Null for any other key.
 */
export function moveWord(
  { anchor, focus }: WordSelection,
  key: string,
  extend: boolean,
  words: readonly Span[],
  turns: readonly PlacedTurn[],
): WordSelection | null {
  const target = wordReached(focus, key, words, turns)
  if (target === null || words.length === 0) return null
  const reached = Math.min(Math.max(0, target), words.length - 1)
  return { anchor: extend && anchor >= 0 ? anchor : reached, focus: reached }
}

function wordReached(
  focus: number,
  key: string,
  words: readonly Span[],
  turns: readonly PlacedTurn[],
): number | null {
  switch (key) {
    case "ArrowRight":
      return focus + 1
    case "ArrowLeft":
      return focus - 1
    case "ArrowDown":
      return firstWordOfTurn(1)
    case "ArrowUp":
      return firstWordOfTurn(-1)
    case "Home":
      return firstFrom(turns[turnOf(focus)]?.from ?? 0)
    case "End":
      return firstFrom((turns[turnOf(focus)]?.to ?? 0) + 1) - 1
    default:
      return null
  }

  function firstWordOfTurn(step: 1 | -1): number {
    const here = turnOf(focus)
    const first = firstFrom(turns[here]?.from ?? 0)
    if (step === -1 && focus > first) return first
    for (let at = here + step; at >= 0 && at < turns.length; at += step) {
      const word = firstFrom(turns[at]!.from)
      if (word < words.length && words[word]!.from < turns[at]!.to) return word
    }
    return focus
  }
  function turnOf(word: number): number {
    const from = words[Math.max(0, word)]?.from ?? 0
    const at = turns.findIndex((turn) => turn.to >= from)
    return at < 0 ? turns.length - 1 : at
  }
  function firstFrom(offset: number): number {
    const at = words.findIndex((word) => word.from >= offset)
    return at < 0 ? words.length : at
  }
}
