import type { PassageId } from "../../../../../../core/model"
import type { ReviewView } from "../../../../../../core/view"
import type { Glyph } from "../../../../../_ui/KindGlyph"
import { glyphOf, isSettled } from "./marks"

/** What came out of comparing a passage; null while it is not revealed. */
export function outcomeOf(
  view: ReviewView,
  passage: PassageId,
): { readonly agreed: number; readonly open: readonly Glyph[] } | null {
  if (!view.passages[passage]) return null
  const here = Object.values(view.flags).filter((flag) => flag.passage === passage && !isSettled(flag))
  return {
    agreed: Object.values(view.agreements).filter((group) => group.passage === passage).length,
    open: here.sort((one, other) => one.text.from - other.text.from).map(glyphOf),
  }
}
