"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { MemoEntry } from "../../../../server/queries/memos"
import { whenMemosChange } from "../../../_memos/useMemoActs"
import { ask } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"

const PAUSE_MS = 250
const ROUND_MS = 30_000

/**
 * The memos one may read that hold some words, as they were last heard of: asked for again while the page is looked at,
 * when one comes back to it, and after each act.
 */
export function useMemoList(project: string, first: readonly MemoEntry[], words: string) {
  const [memos, setMemos] = useState(first)
  const [failed, setFailed] = useState<string | null>(null)
  const sentence = useProblem()
  const latest = useRef(0)
  const look = useCallback(async () => {
    const asked = ++latest.current
    try {
      const path = `/api/projects/${project}/memos?find=${encodeURIComponent(words.trim())}`
      const answer = await ask<{ memos: MemoEntry[] }>("GET", path)
      if (asked !== latest.current) return
      setMemos(answer.memos)
      setFailed(null)
    } catch (error) {
      if (asked === latest.current) setFailed(sentence(error))
    }
  }, [project, words, sentence])

  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const timer = setTimeout(() => void look(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [look])
  useEffect(() => {
    const again = () => document.visibilityState === "visible" && void look()
    const deaf = whenMemosChange(() => void look())
    document.addEventListener("visibilitychange", again)
    const round = setInterval(again, ROUND_MS)
    return () => {
      deaf()
      document.removeEventListener("visibilitychange", again)
      clearInterval(round)
    }
  }, [look])

  /** Shown at once, before the list is heard of again. */
  const learn = useCallback((id: string, news: Partial<MemoEntry>) => {
    setMemos((before) => before.map((memo) => (memo.id === id ? { ...memo, ...news } : memo)))
  }, [])
  return { memos, failed, look, learn }
}
