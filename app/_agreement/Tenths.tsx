"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { tenthsOf } from "../../core/agreement/project/places"
import type { DocumentAgreement } from "../../core/agreement/result"
import type { Read } from "./read"

/** How many disagreements stand in each part of a text, each a way to them. */
export function Tenths({ document, read }: { readonly document: DocumentAgreement; readonly read: Read }) {
  const t = useTranslations("agreement.disputes")
  const about = read.answer.documents.find(({ id }) => id === document.document)
  const parts = tenthsOf(document.along)
  if (!about || about.disagreements.stretches.length === 0) return null
  let seen = 0
  return (
    <ol className="tenths" aria-label={t("alongOf", { source: about.title })}>
      {parts.map((bins, at) => {
        const from = seen / document.along.length
        seen += bins.length
        const stretch = about.disagreements.stretches.find((each) => each.at === at)
        if (!stretch)
          return (
            <li key={bins[0]!.start} className="tenth q" aria-hidden="true">
              ·
            </li>
          )
        const href = read.reviewOf(about.source, { from: stretch.from, to: stretch.to })
        const words = t("here", { count: stretch.count, from, to: seen / document.along.length })
        const shown = (
          <>
            <span className="num" aria-hidden="true">
              {stretch.count}
            </span>
            <span className="vh">{words}</span>
          </>
        )
        return (
          <li key={bins[0]!.start} className="tenth">
            {href ? (
              <Link className="link" href={href} title={words}>
                {shown}
              </Link>
            ) : (
              shown
            )}
          </li>
        )
      })}
    </ol>
  )
}
