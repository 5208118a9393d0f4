"use client"

import { useCallback, useEffect, useState } from "react"
import type { MemberChecks, ShownComment } from "../../server/queries/memberChecks"
import { ask } from "../_sync/api"
import { useCommentsWritten } from "./useCommentsWritten"

/**
 * What participants wrote about a transcript, as it comes. What was done about it is asked for when the page is looked at
 * again: that comes from a coder, and would tell when they are at work (B9).
 */
export function useMemberComments(source: string) {
  const [comments, setComments] = useState<readonly ShownComment[]>([])
  const written = useCommentsWritten(source)
  const reload = useCallback(async () => {
    const answer = await ask<MemberChecks>("GET", `/api/sources/${source}/member-checks`)
    setComments(answer.comments)
    return answer.comments
  }, [source])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written anew is asked for anew
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") reload().catch(() => {})
    }
    look()
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [reload, written])
  return { comments, reload }
}
