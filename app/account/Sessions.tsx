"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { Section } from "../_frame/Section"
import { useLeave } from "../_frame/SigningOut"
import { ask } from "../_sync/api"
import { useProblemToast } from "../_sync/useProblem"
import { Button } from "../_ui/Button"
import { ConfirmDialog } from "../_ui/ConfirmDialog"

interface Session {
  readonly id: string
  readonly createdAt: string
  readonly current: boolean
}

/** Where one is signed in; ends one, or all at once. */
export function Sessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const t = useTranslations("settings.sessions")
  const format = useFormatter()
  const router = useRouter()
  const leave = useLeave()
  const sayProblem = useProblemToast()
  const others = sessions.filter(({ current }) => !current)

  const end = (ids: readonly Session[]) =>
    Promise.all(ids.map(({ id }) => ask("DELETE", `/api/sessions/${id}`))).catch(sayProblem)

  return (
    <Section title={t("title")} lead={t("lead")}>
      <ul className="lines">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            <span className="grow">
              {t("since", { moment: format.dateTime(new Date(session.createdAt), "moment") })}{" "}
              {session.current && <span className="q">{t("this")}</span>}
            </span>
            {!session.current && (
              <Button kind="bare" onClick={() => end([session]).then(() => router.refresh())}>
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <ConfirmDialog
          title={t("all")}
          confirm={t("all")}
          danger
          onConfirm={() => end(others).then(leave)}
          trigger={<Button>{t("all")}</Button>}
        >
          {t("allBody")}
        </ConfirmDialog>
      </div>
    </Section>
  )
}
