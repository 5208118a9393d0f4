"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { CorrectionView } from "../../../../../../server/queries/corrections"

/** What was corrected in the transcript: before, after, and by whom where that may be told. */
export function Corrections({ corrections }: { readonly corrections: readonly CorrectionView[] }) {
  const t = useTranslations("desk.correct")
  const format = useFormatter()
  if (corrections.length === 0) return null
  // What one cannot see in the text yet is to be seen here.
  const isWaiting = corrections.some(({ state }) => state !== "applied")
  return (
    <details className="section" key={String(isWaiting)} open={isWaiting}>
      <summary className="small q">{t("list", { count: corrections.length })}</summary>
      <ul className="corrections">
        {corrections.map(({ id, before, after, state, by, at, mine }) => (
          <li key={id} className="small">
            <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
            <span className="micro q">
              {[
                state === "applied" ? null : t(`state.${state}`),
                by === null ? t("unsignedBy") : mine ? t("mine") : by.name,
                at && format.dateTime(new Date(at), { day: "numeric", month: "short" }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
