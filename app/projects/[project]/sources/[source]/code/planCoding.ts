import type { Passage, PassageId, Span } from "../../../../../../core/model"
import { intersection } from "../../../../../../core/text"
import { passagesOf } from "../../../../../_transcript/groupTurns"
import type { PassageState } from "./deskSource"

/** What coding some words comes to, as the passages stand. */
export type CodingPlan =
  /** A coding of one's own, blind or not yet handed in. `cut`: revealed words beside it were left out. */
  | { readonly kind: "own"; readonly span: Span; readonly cut: boolean }
  /** All of it is revealed: a later reading, which both see. */
  | { readonly kind: "later"; readonly span: Span }
  /** These passages are handed in: take them back first. */
  | { readonly kind: "take-back"; readonly passages: readonly PassageId[] }

export function planCoding(
  span: Span,
  passages: readonly Passage[],
  stateOf: (passage: PassageId) => PassageState,
): CodingPlan {
  const touched = passagesOf(passages, span)
  const handedIn = touched.filter(({ id }) => stateOf(id) === "handed-in")
  if (handedIn.length > 0) return { kind: "take-back", passages: handedIn.map(({ id }) => id) }
  const open = touched.filter(({ id }) => stateOf(id) === "open")
  if (touched.length > 0 && open.length === 0) return { kind: "later", span }
  if (open.length === touched.length) return { kind: "own", span, cut: false }
  const hull = { from: open[0]!.from, to: open.at(-1)!.to }
  return { kind: "own", span: intersection(span, hull)!, cut: true }
}
