"use client"

import { useTranslations } from "next-intl"
import type { Section } from "../../../../../_discussion/sections"
import { Button, ButtonLink } from "../../../../../_ui/Button"
import { EmptyState } from "../../../../../_ui/States"
import type { Discussing } from "./discussing"
import { nextFlag } from "./useReviewKeys"
import type { Shown } from "./useShown"

interface Props {
  readonly discussing: Discussing
  readonly sections: readonly Section[]
  readonly order: readonly string[]
  readonly show: (shown: Shown) => void
}

/** The middle while nothing is chosen: what will come and when, what is left, or that all is settled. */
export function Nothing({ discussing, sections, order, show }: Props) {
  const t = useTranslations("review")
  const { view, project, source, isCoder, narrowed, within, widen } = discussing
  const flags = Object.values(view.flags).filter(within)
  const first = nextFlag(order, { is: "list" }, 1)
  const isAllSettled = sections.every(({ name }) => name === "settled" || name === "boundaries")
  if (Object.keys(view.passages).length === 0) return <NotYet {...{ discussing }} />
  if (narrowed !== null && flags.length === 0) {
    const alike = Object.values(view.agreements).filter(within).length
    return (
      <EmptyState
        centred
        title={t("narrowed.noneTitle")}
        action={
          <>
            {alike > 0 && (
              <Button onClick={() => show({ is: "agreements" })}>{t("list.agreed", { count: alike })}</Button>
            )}
            <Button kind="bare" onClick={widen}>
              {t("narrowed.widen")}
            </Button>
          </>
        }
      >
        {t(alike > 0 ? "narrowed.noneAlike" : "narrowed.noneBody")}
      </EmptyState>
    )
  }
  if (isAllSettled) {
    const settled = flags.filter(
      ({ standing }) => standing.is === "resolved" || standing.is === "settled",
    ).length
    return (
      <EmptyState
        centred
        title={t("empty.settledTitle")}
        action={
          isCoder && (
            <ButtonLink href={`/projects/${project}/sources/${source}/code`}>{t("empty.code")}</ButtonLink>
          )
        }
      >
        {t("empty.settledBody", { count: settled })}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      centred
      title={t("empty.chooseTitle")}
      action={
        first && (
          <Button kind="primary" shortcut="J" onClick={() => show({ is: "flag", id: first })}>
            {t("flag.next")}
          </Button>
        )
      }
    />
  )
}

function NotYet({ discussing: { view, meta, names, project, source, isCoder } }: Pick<Props, "discussing">) {
  const t = useTranslations("review.empty")
  const when = { passage: "notYetPassage", source: "notYetSource", open: "notYetOpen" } as const
  return (
    <EmptyState
      centred
      title={t("notYet")}
      action={
        isCoder && (
          <ButtonLink kind="primary" href={`/projects/${project}/sources/${source}/code`}>
            {t("code")}
          </ButtonLink>
        )
      }
    >
      <p>{t(when[meta.policy])}</p>
      {Object.entries(view.progress).map(([id, { done, of }]) => (
        <p key={id} className="small q">
          {t("progress", { name: names.call(id), done, of })}
        </p>
      ))}
    </EmptyState>
  )
}
