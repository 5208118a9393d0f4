"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { ReviewMeta, ReviewView } from "../../../../../../core/view"
import type { DeskPassage } from "./deskSource"
import { openFlags } from "./discussions"

/** One sentence when a passage is revealed, for those who hear the page; nothing that was revealed before. */
export function useNews(
  ready: boolean,
  view: ReviewView,
  passages: readonly DeskPassage[],
  meta: ReviewMeta | null,
): string | null {
  const t = useTranslations("desk")
  const known = useRef<ReadonlySet<string> | null>(null)
  const [news, setNews] = useState<string | null>(null)
  useEffect(() => {
    if (!ready) return
    const now = new Set(Object.keys(view.passages))
    const fresh = passages.filter(({ id }) => known.current && now.has(id) && !known.current.has(id))
    known.current = now
    if (fresh.length === 0) return
    const flags = Object.values(view.flags).filter((flag) => fresh.some(({ id }) => id === flag.passage))
    setNews(
      t("revealedNews", {
        numbers: fresh.map(({ index }) => index + 1).join(", "),
        passages: fresh.length,
        count: openFlags(flags, meta).length,
      }),
    )
  }, [ready, view.passages, view.flags, passages, meta, t])
  return news
}
