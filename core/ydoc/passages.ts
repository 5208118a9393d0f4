import type * as Y from "yjs"
import type { SavedPassageAnchor } from "../anchor"
import type { PlacedTurn, Span } from "../model"
import type { TurnRange } from "../passage"
import { edgesOf } from "./anchors"

/**
 * The turns that passages are made of after their words were corrected (C30): a turn is in the passage that most of
 * its characters were in, a new one in that of the turn before it. A passage that has lost all its words is left out.
 * `passages` in their order. Empty where none has any of its words left.
 */
export function keepPassages(
  doc: Y.Doc,
  turns: readonly PlacedTurn[],
  passages: readonly { readonly anchor: SavedPassageAnchor }[],
): TurnRange[] {
  const spanOf = edgesOf(doc)
  const spans = passages.map(({ anchor }) => spanOf(anchor))
  const owners = turns.map((turn) => ownerOf(turn, spans))
  const first = owners.find((owner) => owner !== null) ?? null
  if (first === null) return []
  const ranges: TurnRange[] = []
  let current = -1
  for (const [turn, owner] of owners.entries()) {
    // Turns that were moved past a border stay where they were put.
    const next = Math.max(current, owner ?? (current < 0 ? first : current))
    if (next === current) ranges[ranges.length - 1] = { ...ranges.at(-1)!, toTurn: turn + 1 }
    else ranges.push({ fromTurn: turn, toTurn: turn + 1 })
    current = next
  }
  return ranges
}

/** The passage with which a turn has most characters in common; null where it has none with any. */
function ownerOf(turn: Span, spans: readonly (Span | null)[]): number | null {
  let owner: number | null = null
  let most = 0
  for (const [index, span] of spans.entries()) {
    const common = span ? Math.min(turn.to, span.to) - Math.max(turn.from, span.from) : 0
    if (common <= most) continue
    owner = index
    most = common
  }
  return owner
}
