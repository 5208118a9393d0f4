"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import type { SourceOverview } from "../../../../server/queries/overview"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"
import { useTypedConfirm } from "../../../_ui/useTypedConfirm"

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
  const { busy, failed, change } = useChange({ done: close })
  const place = `/api/sources/${source.id}`
  const { field, button } = useTypedConfirm({
    label: t("now.type", { title: source.title }),
    name: source.title,
    confirm: t("now.act"),
    busy,
    onConfirm: (title) => change(() => ask("DELETE", `${place}/recording`, { title })),
  })
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
        {field}
        <div>{button}</div>
      </div>
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
