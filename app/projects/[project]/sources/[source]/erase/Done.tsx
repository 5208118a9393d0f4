"use client"

import Link from "next/link"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Clip } from "../../../../../../core/model"
import { positionText } from "../../../../../_sound/positionText"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { Alert } from "../../../../../_ui/States"

interface Props {
  readonly source: string
  /** When the recording still says it. */
  readonly heard: readonly Clip[]
  readonly canBeSilenced: boolean
  readonly back: string
}

/** What was done, what the recording still lets be heard, and what can be done about it. */
export function Done({ source, heard, canBeSilenced, back }: Props) {
  const t = useTranslations("safety.erase.done")
  const [silent, setSilent] = useState(false)
  const { failed, change } = useChange({ done: () => setSilent(true) })
  const times = heard
    .map(({ startMs, endMs }) => `${positionText(startMs)}–${positionText(endMs)}`)
    .join(", ")

  const silence = () =>
    change(() => ask("POST", `/api/sources/${source}/recording/silences`, { clips: heard }))

  return (
    <div className="notice" role="status">
      <div className="stack grow">
        <p className="strong">{t("title")}</p>
        {silent && <p>{t("silent", { times })}</p>}
        {heard.length > 0 && !silent && (
          <>
            <p>{t("heard", { count: heard.length, times })}</p>
            {canBeSilenced ? (
              <ConfirmDialog
                danger
                title={t("silence")}
                confirm={t("silence")}
                onConfirm={silence}
                trigger={<Button icon="sound">{t("silence")}</Button>}
              >
                <p>{t("silenceBody", { times })}</p>
              </ConfirmDialog>
            ) : (
              <p className="small q2">{t("cannot")}</p>
            )}
            <Link className="link" href={back}>
              {t("recording")}
            </Link>
            {failed && <Alert>{failed}</Alert>}
          </>
        )}
      </div>
    </div>
  )
}
