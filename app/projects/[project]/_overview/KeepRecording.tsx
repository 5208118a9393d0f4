"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import type { SourceOverview } from "../../../../server/queries/overview"
import { ask } from "../../../_sync/api"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"
import { useChange } from "./useChange"

interface Props {
  readonly source: Pick<SourceOverview, "id" | "title" | "kept">
  readonly close: () => void
}

/** Until when the recording is kept; and its destruction now, once the source's title has been typed. */
export function KeepRecording({ source, close }: Props) {
  const t = useTranslations("safety.keeping")
  const common = useTranslations("common")
  const format = useFormatter()
  const { until } = source.kept
  const [day, setDay] = useState(until ?? "")
  const [typed, setTyped] = useState("")
  const { busy, failed, change } = useChange(close)
  const place = `/api/sources/${source.id}`
  return (
    <Dialog
      open
      wide
      onOpenChange={close}
      title={t("of", { title: source.title })}
      description={t("lead")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button
            kind="primary"
            busy={busy}
            disabled={day === (until ?? "")}
            onClick={() => change(() => ask("PUT", `${place}/retention`, { destroyOn: day || null }))}
          >
            {common("save")}
          </Button>
        </>
      }
    >
      <TextField
        type="date"
        label={t("day")}
        hint={until ? t("planned", { day: format.dateTime(new Date(until), "day") }) : t("unplanned")}
        value={day}
        onChange={({ currentTarget: { value } }) => setDay(value)}
        end={
          day && (
            <Button kind="bare" onClick={() => setDay("")}>
              {t("never")}
            </Button>
          )
        }
      />
      <div className="stack">
        <h3 className="strong">{t("now.title")}</h3>
        <p className="q2">{t("now.body")}</p>
        <TextField
          label={t("now.type", { title: source.title })}
          value={typed}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <div>
          <Button
            kind="danger"
            icon="trash"
            busy={busy}
            disabled={typed.trim() !== source.title.trim()}
            onClick={() => change(() => ask("DELETE", `${place}/recording`, { title: typed }))}
          >
            {t("now.act")}
          </Button>
        </div>
      </div>
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
