"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { ShownComment } from "../../server/queries/memberChecks"
import { Outcome } from "./Outcome"
import "./comments.css"

interface Props {
  readonly source: string
  readonly comment: ShownComment
  readonly changed: () => unknown
  /** Beside what it is about, its words are not said again. */
  readonly quoted?: boolean
  readonly children?: ReactNode
}

/** What a participant wrote, about which words, and what was done about it. */
export function CommentItem({ source, comment, changed, quoted = true, children }: Props) {
  const t = useTranslations("memberCheck.comments")
  const format = useFormatter()
  const { label, quote, turn, body, changedAt } = comment
  const isGone = quote !== null && turn === null
  return (
    <article className="member-comment">
      <p className="small q">
        {t("from", { label: label ?? t("unknown") })} · {format.dateTime(new Date(changedAt), "moment")}
        {quote === null && ` · ${t("whole")}`}
      </p>
      {isGone && <p className="small q2">{t("gone")}</p>}
      {quote !== null && (quoted || isGone) && <blockquote className="verbatim">{quote}</blockquote>}
      <p className="said">{body}</p>
      {children}
      <Outcome {...{ source, comment, changed }} />
    </article>
  )
}
