"use client"

import { useEffect, useRef } from "react"
import type { SourceId } from "../../../../../../core/model"
import type { FlagView } from "../../../../../../core/view"
import { ask } from "../../../../../_sync/api"

/** Tells, once for each passage, that its comparison was opened: later hand-ins count what their coder had seen. */
export function useExposure({
  source,
  isCoder,
  chosen,
}: {
  readonly source: SourceId
  readonly isCoder: boolean
  readonly chosen: Pick<FlagView, "passage"> | null
}): void {
  const told = useRef(new Set<string>())
  const passage = chosen?.passage ?? null
  useEffect(() => {
    if (!isCoder || passage === null || told.current.has(passage)) return
    told.current.add(passage)
    ask("POST", `/api/sources/${source}/exposures`, { passage, what: "opened" }).catch(() => {
      told.current.delete(passage)
    })
  }, [source, isCoder, passage])
}
