"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { isFrozen } from "../../../../core/guide"
import type { GuideVersion } from "../../../../server/queries/guides"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { useRefresh } from "../../../_sync/useRefresh"
import { Button } from "../../../_ui/Button"
import { Alert, EmptyState } from "../../../_ui/States"
import { Changes } from "./Changes"
import { GuideVersions } from "./GuideVersions"
import type { SourceNamed } from "./originWords"
import { VersionPage } from "./VersionPage"

interface Props {
  readonly project: string
  readonly projectName: string
  readonly me: string
  readonly mayWrite: boolean
  readonly guides: readonly GuideVersion[]
  readonly sources: readonly SourceNamed[]
}

const ROUND_MS = 30_000

/** The versions at the side, the chosen one beside them. */
export function GuideScreen({ project, projectName, me, mayWrite, guides, sources }: Props) {
  const t = useTranslations("guide")
  const [chosen, choose] = useState<string | null>(null)
  /** What somebody wrote in a version that another has thrown away meanwhile. */
  const [unsaved, hold] = useState<GuideVersion | null>(null)
  const [view, setView] = useState<"text" | "changes">("text")
  const { busy, failed, change } = useChange()
  useRounds()
  const last = guides.at(-1)
  const isGone = unsaved !== null && guides.every(({ id }) => id !== unsaved.id)
  const shown = guides.find(({ id }) => id === chosen) ?? (isGone ? unsaved : last)
  const mayBegin = mayWrite && (!last || isFrozen(last))
  const begin = () =>
    change(async () => {
      const { id } = await ask<{ id: string }>("POST", `/api/projects/${project}/guides`)
      choose(id)
      setView("text")
    })
  if (!shown) {
    return (
      <main id="main" className="main narrow" tabIndex={-1}>
        <h1 className="vh">{t("title")}</h1>
        <EmptyState
          title={t("empty.title")}
          action={
            mayWrite && (
              <Button kind="primary" busy={busy} onClick={begin}>
                {t("begin")}
              </Button>
            )
          }
        >
          {t(mayWrite ? "empty.body" : "empty.observer")}
        </EmptyState>
        {failed && <Alert>{failed}</Alert>}
      </main>
    )
  }
  return (
    <div className="guide-screen">
      <aside className="guide-side" aria-label={t("versions")}>
        <h1 className="title">{t("title")}</h1>
        <GuideVersions {...{ guides, choose }} shown={shown.id} />
        {mayBegin && last && (
          <div className="stack tight">
            <span>
              <Button icon="plus" busy={busy} onClick={begin}>
                {t("beginNext")}
              </Button>
            </span>
            <p className="small q">{t("beginHint", { number: last.number })}</p>
          </div>
        )}
        {failed && <Alert>{failed}</Alert>}
      </aside>
      <main id="main" className="guide-main" tabIndex={-1}>
        {view === "changes" ? (
          <Changes {...{ guides, shown, sources, setView }} />
        ) : (
          <VersionPage
            key={shown.id}
            {...{ project, projectName, me, mayWrite, sources, setView, choose, hold }}
            version={shown}
          />
        )}
      </main>
    </div>
  )
}

/** What others have done is looked for while the page is looked at, and when one comes back to it. */
function useRounds() {
  const again = useRefresh()
  useEffect(() => {
    document.addEventListener("visibilitychange", again)
    const round = setInterval(again, ROUND_MS)
    return () => {
      document.removeEventListener("visibilitychange", again)
      clearInterval(round)
    }
  }, [again])
}
