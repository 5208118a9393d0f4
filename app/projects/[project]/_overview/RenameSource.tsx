"use client"

import { useTranslations } from "next-intl"
import type { FormEvent } from "react"
import { ask } from "../../../_sync/api"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { TextField } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"
import { useChange } from "./useChange"

interface Props {
  readonly source: { readonly id: string; readonly title: string }
  readonly close: () => void
}

export function RenameSource({ source, close }: Props) {
  const t = useTranslations("overview")
  const common = useTranslations("common")
  const { busy, failed, change } = useChange(close)

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { title } = Object.fromEntries(new FormData(event.currentTarget))
    void change(() => ask("PATCH", `/api/sources/${source.id}`, { title }))
  }

  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("acts.rename")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form="rename-source" kind="primary" busy={busy}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id="rename-source" onSubmit={rename}>
        <TextField
          label={t("acts.title")}
          name="title"
          defaultValue={source.title}
          required
          maxLength={200}
          pattern=".*\S.*"
        />
      </form>
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
