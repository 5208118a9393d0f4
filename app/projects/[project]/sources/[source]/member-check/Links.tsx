"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import type { ShownCheck } from "../../../../../../server/queries/memberChecks"
import { ask } from "../../../../../_sync/api"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { ScrollX } from "../../../../../_ui/ScrollX"

interface Props {
  readonly source: string
  readonly checks: readonly ShownCheck[]
}

/** The links that were made of a source, how each stands, and ending one. */
export function Links({ source, checks }: Props) {
  const t = useTranslations("memberCheck.links")
  return (
    <section className="stack" aria-labelledby="links">
      <h2 className="lead" id="links">
        {t("title")}
      </h2>
      {checks.length === 0 ? (
        <p className="q2">{t("none")}</p>
      ) : (
        <ScrollX label={t("caption")}>
          <table className="roomy flush">
            <caption className="vh">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("who")}</th>
                <th scope="col">{t("scope")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col">{t("opened")}</th>
                <th scope="col">{t("until")}</th>
                <th scope="col" className="r">
                  {t("comments")}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {checks.map((check) => (
                <LinkRow key={check.id} {...{ source, check }} siblings={firstOpen(checks, check)} />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  )
}

interface RowProps {
  readonly source: string
  readonly check: ShownCheck
  /** How many links of this participant lead somewhere, at the first of them; 0 at the others. */
  readonly siblings: number
}

function firstOpen(checks: readonly ShownCheck[], check: ShownCheck): number {
  const own = checks.filter(({ speaker, open }) => open && speaker === check.speaker)
  return own[0]?.id === check.id ? own.length : 0
}

function LinkRow({ source, check, siblings }: RowProps) {
  const t = useTranslations("memberCheck")
  const format = useFormatter()
  const router = useRouter()
  const sayProblem = useProblemToast()
  const { id, speaker, label, scope, state, open, lastOpenedAt, returnedAt, expiresAt, comments } = check
  const day = (at: string | null) => (at ? format.dateTime(new Date(at), "shortDay") : "")
  const name = label ?? t("links.gone")
  const end = (which: string) => () =>
    ask("DELETE", `/api/sources/${source}/member-checks${which}`).then(() => router.refresh(), sayProblem)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`new.${scope}`)}</td>
      <td>{t(`state.${state}`, { day: day(returnedAt) })}</td>
      <td className="q2">{lastOpenedAt ? day(lastOpenedAt) : t("links.never")}</td>
      <td className="q2">{day(expiresAt)}</td>
      <td className="r num">{comments}</td>
      <td className="r">
        {siblings > 1 && (
          <ConfirmDialog
            title={t("links.revokeAllTitle", { label: name })}
            confirm={t("links.revokeAll", { count: siblings })}
            onConfirm={end(`?${new URLSearchParams({ speaker })}`)}
            danger
            trigger={
              <Button kind="bare" aria-label={t("links.revokeAllOf", { count: siblings, label: name })}>
                {t("links.revokeAll", { count: siblings })}
              </Button>
            }
          >
            {t("links.revokeAllBody")}
          </ConfirmDialog>
        )}
        {open && (
          <ConfirmDialog
            title={t("links.revokeTitle")}
            confirm={t("links.revoke")}
            onConfirm={end(`/${id}`)}
            danger
            trigger={
              <Button kind="bare" aria-label={t("links.revokeOf", { label: name })}>
                {t("links.revoke")}
              </Button>
            }
          >
            {t("links.revokeBody")}
          </ConfirmDialog>
        )}
      </td>
    </tr>
  )
}
