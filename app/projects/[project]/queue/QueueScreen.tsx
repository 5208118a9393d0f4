"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ProjectId } from "../../../../core/model"
import { Button, ButtonLink } from "../../../_ui/Button"
import { Switch } from "../../../_ui/Choice"
import { EmptyState, ErrorState, Skeleton } from "../../../_ui/States"
import { DecidedList } from "./DecidedList"
import { QueueCard } from "./QueueCard"
import { useQueue } from "./useQueue"
import "../../../_transcript/turns.css"
import "../../../_discussion/listenBar.css"
import "./queue.css"

/** One thing at a time, for one thumb: the words, the sound, two readings, a verdict, a reason, next. */
export function QueueScreen({ project }: { readonly project: ProjectId }) {
  const t = useTranslations("arbitration")
  const [hidden, setHidden] = useState(false)
  const [place, setPlace] = useState(0)
  const { queue, ready, failed, read, setQueue } = useQueue(project, hidden)
  const { items, decided } = queue
  const at = Math.min(place, Math.max(0, items.length - 1))
  const item = items[at]
  return (
    <div className="queue">
      <header className="stack tight">
        <h1 className="title">{t("title")}</h1>
        {ready && <p className="q2">{t("intro", { count: items.length })}</p>}
        <Switch
          label={t("hide")}
          hint={t("hideHint")}
          checked={hidden}
          onChange={(event) => setHidden(event.target.checked)}
        />
      </header>
      {failed ? (
        <ErrorState title={t("failed")} action={<Button onClick={() => void read()}>{t("retry")}</Button>}>
          {t("failedBody")}
        </ErrorState>
      ) : !ready ? (
        <Skeleton lines={5} />
      ) : item ? (
        <>
          {items.length > 1 && (
            <nav className="row apart" aria-label={t("title")}>
              <Button kind="bare" icon="chevronLeft" disabled={at === 0} onClick={() => setPlace(at - 1)}>
                {t("previous")}
              </Button>
              <span className="num q2">{t("position", { place: at + 1, count: items.length })}</span>
              <Button
                kind="bare"
                icon="chevronRight"
                disabled={at === items.length - 1}
                onClick={() => setPlace(at + 1)}
              >
                {t("skip")}
              </Button>
            </nav>
          )}
          <QueueCard
            key={`${item.id} ${hidden}`}
            project={project}
            item={item}
            areNamesHidden={hidden}
            onDecided={async () => {
              setQueue({ items: items.filter(({ id }) => id !== item.id), decided })
              scrollTo({ top: 0 })
              if (!hidden || items.length === 1) await read()
            }}
          />
        </>
      ) : (
        <EmptyState
          title={t(decided.length > 0 ? "doneTitle" : "emptyTitle")}
          action={<ButtonLink href={`/projects/${project}/tree`}>{t("tree")}</ButtonLink>}
        >
          {t(decided.length > 0 ? "doneBody" : "emptyBody")}
        </EmptyState>
      )}
      {ready && <DecidedList project={project} decided={decided} onUndone={read} />}
    </div>
  )
}
