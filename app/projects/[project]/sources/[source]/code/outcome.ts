import type { PassageId } from "../../../../../../core/model"
import type { ReviewView } from "../../../../../../core/view"
import type { Glyph } from "../../../../../_ui/KindGlyph"
import { glyphOf, isSettled } from "./marks"

/** What came out of comparing a passage: how many agreed, and each difference still open, in the order of the text. */
export interface Outcome {
  readonly agreed: number
  readonly open: readonly Glyph[]
}

/** The outcome of every revealed passage. */
export function outcomes(
  view: Pick<ReviewView, "passages" | "agreements" | "flags">,
): ReadonlyMap<PassageId, Outcome> {
  const found = new Map(Object.keys(view.passages).map((id) => [id, { agreed: 0, open: [] as Glyph[] }]))
  for (const { passage } of Object.values(view.agreements)) {
    const outcome = found.get(passage)
    if (outcome) outcome.agreed++
  }
  const open = Object.values(view.flags).filter((flag) => !isSettled(flag))
  for (const flag of open.sort((one, other) => one.text.from - other.text.from))
    found.get(flag.passage)?.open.push(glyphOf(flag))
  return found
}
