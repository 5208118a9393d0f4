"use client"

import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { ask, type Problem } from "../_sync/api"
import type { KeptText } from "../_sync/keptText"
import { AppShell } from "../_ui/AppShell"
import { Button } from "../_ui/Button"
import { EmptyState } from "../_ui/States"
import { TopBar } from "../_ui/TopBar"
import type { KeptDesk } from "../projects/[project]/sources/[source]/code/keptDesk"
import type { KeptLive } from "../projects/[project]/sources/[source]/live/keptLive"

const LOOK_AGAIN_MS = 5_000

interface Props {
  readonly desks: readonly KeptDesk[]
  readonly texts: readonly KeptText[]
  readonly lives: readonly KeptLive[]
}

/** Says that this page needs the network, and what does not; opens it by itself when the network is back. */
export function NeedsNetwork({ desks, texts, lives }: Props) {
  const t = useTranslations("offline")
  useEffect(() => {
    document.title = `${t("title")} · Binôme`
    // A server that comes back makes no event: it is asked.
    const again = async () => {
      const status = await ask("GET", "/api/time").then(
        () => 200,
        (problem: Problem) => problem.status,
      )
      if (status > 0 && status < 500) location.reload()
    }
    const timer = setInterval(again, LOOK_AGAIN_MS)
    window.addEventListener("online", again)
    return () => {
      clearInterval(timer)
      window.removeEventListener("online", again)
    }
  }, [t])
  return (
    <AppShell top={<TopBar plain />}>
      <EmptyState
        centred
        title={t("title")}
        action={
          <Button kind="primary" onClick={() => location.reload()}>
            {t("again")}
          </Button>
        }
      >
        <p>{t("body")}</p>
        {desks.length > 0 && (
          <>
            <p>{t("desks")}</p>
            <ul>
              {desks.map(({ seen: { source }, projectName }) => (
                <li key={source.id}>
                  {/* Loaded anew: only the service worker can answer. */}
                  <a className="link" href={`/projects/${source.project}/sources/${source.id}/code`}>
                    {t("desk", { project: projectName, source: source.title })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {texts.length > 0 && (
          <>
            <p>{t("texts")}</p>
            <ul>
              {texts.map(({ source, title, project, projectName }) => (
                <li key={source}>
                  <a className="link" href={`/projects/${project}/sources/${source}/transcribe`}>
                    {t("desk", { project: projectName, source: title })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {lives.length > 0 && (
          <>
            <p>{t("lives")}</p>
            <ul>
              {lives.map(({ source, title, project, projectName }) => (
                <li key={source}>
                  <a className="link" href={`/projects/${project}/sources/${source}/live`}>
                    {t("desk", { project: projectName, source: title })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </EmptyState>
    </AppShell>
  )
}
