"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"
import type * as Y from "yjs"
import type { Span } from "../../../../../../core/model"
import { anchorTo } from "../../../../../../core/ydoc/anchors"
import type { CorrectionView } from "../../../../../../server/queries/corrections"
import { ask } from "../../../../../_sync/api"
import { useOnce } from "../../../../../_sync/useOnce"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { useToast } from "../../../../../_ui/Toasts"

/** What was corrected in the transcript, as far as one may see it; and correcting some of its words. */
export function useCorrections(source: string, doc: Y.Doc | null, text: string) {
  const t = useTranslations("desk.correct")
  const say = useToast()
  const sayProblem = useProblemToast()
  const once = useOnce()
  const [corrections, setCorrections] = useState<readonly CorrectionView[]>([])

  const load = useCallback(async () => {
    try {
      const answer = await ask<{ corrections: CorrectionView[] }>("GET", `/api/sources/${source}/corrections`)
      setCorrections(answer.corrections)
    } catch {
      // What is shown stays true until it can be asked again.
    }
  }, [source])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text changes when a correction comes into it.
  useEffect(() => void load(), [load, text])

  /** Whether it was kept. */
  const correct = useCallback(
    async (span: Span, after: string): Promise<boolean> => {
      if (!doc) {
        say(t("notReady"))
        return false
      }
      const { start, end } = anchorTo(doc, text, span)
      const said = { anchor: { start, end }, before: text.slice(span.from, span.to), after }
      try {
        const { state } = await once(said, (idempotencyKey) =>
          ask<Pick<CorrectionView, "state">>("POST", `/api/sources/${source}/corrections`, {
            ...said,
            idempotencyKey,
          }),
        )
        say(t(`done.${state}`))
        void load()
        return true
      } catch (error) {
        sayProblem(error)
        return false
      }
    },
    [doc, text, source, once, say, sayProblem, t, load],
  )
  return { corrections, correct } as const
}
