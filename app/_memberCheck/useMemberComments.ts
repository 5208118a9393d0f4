"use client"

import { useCallback, useEffect, useState } from "react"
import type { MemberChecks, ShownComment } from "../../server/queries/memberChecks"
import { ask } from "../_sync/api"

const EVERY_MS = 120_000

/** What participants wrote about a transcript; asked for again now and then while the page is seen. None without a line. */
export function useMemberComments(source: string) {
  const [comments, setComments] = useState<readonly ShownComment[]>([])
  const reload = useCallback(async () => {
    const answer = await ask<MemberChecks>("GET", `/api/sources/${source}/member-checks`)
    setComments(answer.comments)
    return answer.comments
  }, [source])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") reload().catch(() => {})
    }
    look()
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener("visibilitychange", look)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", look)
    }
  }, [reload])
  return { comments, reload }
}
