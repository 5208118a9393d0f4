"use client"

import { useCallback, useMemo } from "react"
import { canonicalOf } from "../../../../../../core/codebook"
import type { CodeId } from "../../../../../../core/model"
import type { CodebookView } from "../../../../../../core/view"
import type { SuggestedLayerCode } from "../../../../../../core/ydoc/layer"
import { codeList } from "./codeList"

/** The codes of the desk: the list in its order, and the name of any code that a coding may have. */
export function useCodes(
  { codes, merges }: Pick<CodebookView, "codes" | "merges">,
  suggested: readonly SuggestedLayerCode[],
  others: Readonly<Record<CodeId, string>>,
  unnamed: string,
) {
  const canonical = useMemo(() => canonicalOf(Object.values(merges)), [merges])
  const list = useMemo(
    () => codeList(Object.values(codes), canonical, suggested),
    [codes, canonical, suggested],
  )
  const nameOf = useCallback(
    (id: CodeId): string =>
      codes[canonical(id)]?.name ?? suggested.find((code) => code.id === id)?.name ?? others[id] ?? unnamed,
    [codes, canonical, suggested, others, unnamed],
  )
  return { list, nameOf, canonical, known: useCallback((id: CodeId) => codes[id] !== undefined, [codes]) }
}

export type Codes = ReturnType<typeof useCodes>
