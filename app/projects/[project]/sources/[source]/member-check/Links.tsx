"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import type { ShownCheck } from "../../../../../../server/queries/memberChecks"
import { ask } from "../../../../../_sync/api"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"

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
        <div className="scroll-x">
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
                <LinkRow
                  key={check.id}
                  {...{ source, check }}
                  others={checks.filter(({ speaker, open }) => open && speaker === check.speaker).length - 1}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface RowProps {
  readonly source: string
  readonly check: ShownCheck
  /** How many more links this participant has that lead somewhere. */
  readonly others: number
}

function LinkRow({ source, check, others }: RowProps) {
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
        {open && others > 0 && (
          <ConfirmDialog
            title={t("links.revokeAllTitle", { label: name })}
            confirm={t("links.revokeAll", { count: others + 1 })}
            onConfirm={end(`?${new URLSearchParams({ speaker })}`)}
            danger
            trigger={
              <Button kind="bare" aria-label={t("links.revokeAllOf", { count: others + 1, label: name })}>
                {t("links.revokeAll", { count: others + 1 })}
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
