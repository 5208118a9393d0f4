import type { PlacedTurn, Span } from "../../../core/model"
import type { DemoCoding } from "./coding"

/** Where a demo coding's words stand in the transcript. Throws where they are missing, or stand there twice. */
export function spanOf(
  turns: readonly PlacedTurn[],
  { turn, quote, until }: Pick<DemoCoding, "turn" | "quote" | "until">,
): Span {
  const start = find(turns, turn, quote)
  return until ? { from: start.from, to: find(turns, until.turn, until.quote).to } : start
}

function find(turns: readonly PlacedTurn[], index: number, quote: string): Span {
  const turn = turns[index]
  const at = turn?.text.indexOf(quote) ?? -1
  if (!turn || at < 0) throw new RangeError(`turn ${index} does not say: ${quote}`)
  if (turn.text.indexOf(quote, at + 1) >= 0) throw new RangeError(`turn ${index} says twice: ${quote}`)
  return { from: turn.from + at, to: turn.from + at + quote.length }
}
