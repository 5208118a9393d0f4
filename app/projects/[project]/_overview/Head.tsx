"use client"

import { useTranslations } from "next-intl"
import type { Overview } from "../../../../server/queries/overview"
import { ButtonLink } from "../../../_ui/Button"
import { Export } from "./Export"

interface Props {
  readonly overview: Pick<Overview, "id" | "name" | "question">
  readonly mayChange: boolean
  readonly mayExport: boolean
}

/** The project's name and question; what one may add to it or take from it. */
export function Head({ overview, mayChange, mayExport }: Props) {
  const t = useTranslations("overview")
  const { id, name, question } = overview
  return (
    <div className="page-head">
      <h1 className="title">{name}</h1>
      <p className="q grow">{question}</p>
      {mayExport && <Export project={id} />}
      {mayChange && (
        <ButtonLink icon="calendar" href={`/projects/${id}/sources/new?prepare`}>
          {t("prepare")}
        </ButtonLink>
      )}
      {mayChange && (
        <ButtonLink icon="plus" href={`/projects/${id}/sources/new`}>
          {t("addSource")}
        </ButtonLink>
      )}
    </div>
  )
}
