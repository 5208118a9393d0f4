"use client"

import { useTranslations } from "next-intl"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button } from "../../../../../_ui/Button"
import { Icon } from "../../../../../_ui/Icon"

interface Props {
  readonly source: string
  /** It is said now that somebody has been through it. */
  readonly read: () => void
}

/** A program wrote these words, and nobody has said to have been through them. */
export function MachineDraft({ source, read }: Props) {
  const t = useTranslations("transcribe.machine")
  const { busy, failed, change } = useChange({ done: read })
  return (
    <div className="alert" role="status">
      <Icon name="info" />
      <span className="grow">{failed ?? t("coded")}</span>
      <Button
        kind="bare"
        busy={busy}
        onClick={() => change(() => ask("POST", `/api/sources/${source}/machine-transcript/reading`))}
      >
        {t("read")}
      </Button>
    </div>
  )
}
