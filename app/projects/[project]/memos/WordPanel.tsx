"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { WordMemo } from "../../../../server/queries/memoPlaces"
import { ButtonLink } from "../../../_ui/Button"
import { IconButton } from "../../../_ui/IconButton"

interface Props {
  readonly memo: WordMemo
  readonly project: string
  readonly back: () => void
}

/** What one noted on words, to be read here; it is written where the words are. */
export function WordPanel({ memo, project, back }: Props) {
  const t = useTranslations("projectMemos")
  const format = useFormatter()
  const { source, title, text, quote, code, at, changedAt } = memo
  const desk = `/projects/${project}/sources/${source}/code${at === null ? "" : `?at=${at}`}`
  return (
    <article className="memo-sheet memo-page" aria-label={t("words.label")}>
      <header className="memo-acts">
        <span className="memo-back">
          <IconButton icon="arrowLeft" label={t("back")} onClick={back} />
        </span>
        <span className="small q grow">
          {[title, code, changedAt && format.dateTime(new Date(changedAt), "day")]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <ButtonLink href={desk} icon="arrowRight">
          {t("words.open")}
        </ButtonLink>
      </header>
      {quote && <blockquote className="verbatim q2 memo-quote">« {quote} »</blockquote>}
      <p className="memo-words">{text}</p>
      <p className="small q">{t("words.where")}</p>
    </article>
  )
}
