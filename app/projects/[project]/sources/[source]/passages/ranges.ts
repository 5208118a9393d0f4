import type { Span } from "../../../../../../core/model"
import type { TurnRange } from "../../../../../../core/passage"
import { wordsOf } from "../../../../../../core/text"

/** The turns that each passage is made of, by where it stands in the text. */
export function rangesOf(passages: readonly Span[], turns: readonly Span[]): TurnRange[] {
  return passages.map(({ from, to }) => ({
    fromTurn: turns.findIndex((turn) => turn.from >= from),
    toTurn: turns.findLastIndex((turn) => turn.to <= to) + 1,
  }))
}

/** Where passages begin: what the server is told. */
export function startsOf(ranges: readonly TurnRange[]): number[] {
  return ranges.map(({ fromTurn }) => fromTurn)
}

export function sameRanges(one: readonly TurnRange[], other: readonly TurnRange[]): boolean {
  return startsOf(one).join() === startsOf(other).join()
}

/** How many words each turn holds, and sums over a range of turns. */
export function countWords(turns: readonly { readonly text: string }[]) {
  const sums = [0]
  for (const { text } of turns) sums.push(sums.at(-1)! + wordsOf(text).length)
  return ({ fromTurn, toTurn }: TurnRange) => sums[toTurn]! - sums[fromTurn]!
}
