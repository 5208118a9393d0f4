import type { FlagView } from "../../core/view"
import type { Glyph } from "../_ui/KindGlyph"

/** The silhouette of a disagreement: a different reading one level up or down has its own. */
export function glyphOf(flag: Pick<FlagView, "kind" | "level">): Glyph {
  return flag.kind === "code" && flag.level ? "ancestor" : flag.kind
}

export function isDone(flag: Pick<FlagView, "standing">): boolean {
  return flag.standing.is === "resolved" || flag.standing.is === "settled"
}
