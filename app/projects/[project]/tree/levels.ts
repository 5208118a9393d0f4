import type { Approach } from "../../../../core/model"

/** What a node of the tree is called, by how the study works (WORDS: the approach may rename the levels). */
export type Level = "code" | "label" | "category" | "property" | "theme" | "subTheme"

/** `depth` from 0 at the root. Theme and sub-theme, category and property are words for categories by depth. */
export function levelOf(approach: Approach, codable: boolean, depth: number): Level {
  switch (approach) {
    case "thematic":
    case "reflexive-thematic":
      return codable ? "code" : depth === 0 ? "theme" : "subTheme"
    case "grounded-theory":
      return codable ? "label" : depth === 0 ? "category" : "property"
    default:
      return codable ? "code" : "category"
  }
}
