"use client"

import { useCallback, useDeferredValue, useMemo } from "react"
import { pathOf } from "../../../../../../core/codebook"
import type { CodeId } from "../../../../../../core/model"
import type { Code } from "../../../../../../core/reading"

/** How many of one's codings have a code; of a category, how many have any code under it. */
export function useCounts(
  codings: readonly { readonly code: CodeId }[],
  canonical: (code: CodeId) => CodeId,
  codes: Readonly<Record<CodeId, Code>>,
): (code: CodeId) => number {
  const counted = useDeferredValue(codings)
  const counts = useMemo(() => {
    const used = new Map<CodeId, number>()
    for (const { code } of counted) used.set(code, (used.get(code) ?? 0) + 1)
    const own = new Map<CodeId, number>()
    for (const [code, count] of used) own.set(canonical(code), (own.get(canonical(code)) ?? 0) + count)
    const all = Object.values(codes)
    const summed = new Map(own)
    for (const [code, count] of own) {
      for (const above of pathOf(all, code).slice(0, -1))
        summed.set(above.id, (summed.get(above.id) ?? 0) + count)
    }
    return summed
  }, [counted, canonical, codes])
  return useCallback((code) => counts.get(code) ?? 0, [counts])
}
