"use client"

import { useCallback, useEffect, useState } from "react"
import type { ProjectId } from "../../../../core/model"
import { ask } from "../../../_sync/api"
import type { Queue } from "./queue"

const none: Queue = { items: [], decided: [] }

/** What waits for the supervisor; asked again when the window is looked at again, with or without names. */
export function useQueue(project: ProjectId, areNamesHidden: boolean) {
  const [queue, setQueue] = useState<Queue | null>(null)
  const [failed, setFailed] = useState(false)
  const read = useCallback(async () => {
    try {
      const names = areNamesHidden ? "?names=hidden" : ""
      const answer = await ask<Queue>("GET", `/api/projects/${project}/queue${names}`)
      setQueue(answer)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [project, areNamesHidden])

  useEffect(() => {
    setQueue(null)
    void read()
  }, [read])

  const known = queue !== null
  useEffect(() => {
    // While names are hidden the sides would be drawn anew under the reader's eyes.
    if (!known || areNamesHidden) return
    const again = () => document.visibilityState === "visible" && void read()
    document.addEventListener("visibilitychange", again)
    return () => document.removeEventListener("visibilitychange", again)
  }, [known, areNamesHidden, read])

  return { queue: queue ?? none, ready: known, failed: failed && !known, read, setQueue }
}
