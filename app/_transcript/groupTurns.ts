import type { Passage, PlacedTurn, Span } from "../../core/model"

/** The turns of one passage; `passage` is null for turns that no passage holds. */
export interface TurnGroup<P extends Passage = Passage> {
  readonly passage: P | null
  readonly turns: readonly PlacedTurn[]
}

/** Every turn once, in the order of the text, under the passage that holds it. */
export function groupTurns<P extends Passage>(
  turns: readonly PlacedTurn[],
  passages: readonly P[],
): TurnGroup<P>[] {
  const inOrder = [...passages].sort((one, other) => one.from - other.from)
  const groups: { passage: P | null; turns: PlacedTurn[] }[] = []
  let next = 0
  for (const turn of turns) {
    while (next < inOrder.length && inOrder[next]!.to < turn.from) next++
    const candidate = inOrder[next]
    const passage = candidate && candidate.from <= turn.from ? candidate : null
    const last = groups.at(-1)
    if (last && last.passage === passage) last.turns.push(turn)
    else groups.push({ passage, turns: [turn] })
  }
  return groups
}

/** The passages a stretch of text touches. Hand the passages over in the order of the text. */
export function passagesOf<P extends Passage>(passages: readonly P[], span: Span): P[] {
  const touched: P[] = []
  for (let at = firstEndingAfter(passages, span.from); at < passages.length; at++) {
    const passage = passages[at]!
    if (passage.from >= span.to) break
    touched.push(passage)
  }
  return touched
}

function firstEndingAfter(passages: readonly Passage[], offset: number): number {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passages[middle]!.to > offset) high = middle
    else low = middle + 1
  }
  return low
}
