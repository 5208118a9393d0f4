"use client"

import { useTranslations } from "next-intl"
import { beganAt, type FieldNotes, isRunning } from "../../../../../../core/fieldNotes"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import type { Noting } from "./noting"

interface Props {
  readonly notes: FieldNotes
  readonly noting: Noting
  /** There is a recording already. */
  readonly isRecorded: boolean
}

/** Begins the event for everybody, or ends it once that is confirmed: first names are gone then. */
export function ClockButton({ notes, noting, isRecorded }: Props) {
  const t = useTranslations("notes.clock")
  if (isRunning(notes)) {
    return (
      <ConfirmDialog
        title={t("endTitle")}
        confirm={t("end")}
        onConfirm={() => noting.setClock("ended")}
        trigger={<Button>{t("end")}</Button>}
      >
        {t("endBody")}
      </ConfirmDialog>
    )
  }
  const began = beganAt(notes) !== null
  return (
    <Button kind={began || isRecorded ? "plain" : "primary"} onClick={() => noting.setClock("began")}>
      {t(began ? "again" : "begin")}
    </Button>
  )
}
