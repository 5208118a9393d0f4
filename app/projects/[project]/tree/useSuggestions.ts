import { useMemo } from "react"
import { mergeSuggestions, type Suggestion } from "./suggestions"
import type { TreeData } from "./useTreeData"

/** The pairs of codes that may be one, as things stand. */
export function useSuggestions({ tree, view, related }: TreeData): readonly Suggestion[] {
  return useMemo(() => mergeSuggestions(tree, view.counts, related), [tree, view.counts, related])
}
