"use client"

import { useTranslations } from "next-intl"
import type { TurnRange } from "../../../../../../core/passage"
import { ask } from "../../../../../_sync/api"
import { useChange } from "../../../../../_sync/useChange"
import { Button, ButtonLink } from "../../../../../_ui/Button"
import { Alert } from "../../../../../_ui/States"
import { useStayWarning } from "../../../../../_ui/useStayWarning"
import { startsOf } from "./ranges"

interface Props {
  readonly source: string
  readonly next: string
  readonly ranges: readonly TurnRange[]
  readonly sizes: readonly number[]
  readonly changed: boolean
  readonly onSaved: (ranges: readonly TurnRange[]) => void
  readonly onForget: () => void
}

/** How the transcript is cut at present, and keeping it so. */
export function SaveBar({ source, next, ranges, sizes, changed, onSaved, onForget }: Props) {
  const t = useTranslations("source.passages")
  const { busy, failed, change } = useChange({ done: () => onSaved(ranges) })
  useStayWarning(changed)

  const save = () => change(() => ask("PUT", `/api/sources/${source}/passages`, { starts: startsOf(ranges) }))

  return (
    <div className="save-bar stack">
      {failed && <Alert>{failed}</Alert>}
      <div className="form-end">
        <span className="small q grow" role="status">
          {t("sizes", { count: sizes.length, least: Math.min(...sizes), most: Math.max(...sizes) })}
          {changed && ` · ${t("unsaved")}`}
        </span>
        {changed ? (
          <>
            <Button kind="bare" onClick={onForget}>
              {t("forget")}
            </Button>
            <Button kind="primary" busy={busy} onClick={save}>
              {t("save")}
            </Button>
          </>
        ) : (
          <ButtonLink kind="primary" href={next}>
            {t("next")}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
