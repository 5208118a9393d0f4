"use client"

import { useTranslations } from "next-intl"
import { ask } from "../../../_sync/api"
import { useChange } from "../../../_sync/useChange"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { Alert } from "../../../_ui/States"
import { useTypedConfirm } from "../../../_ui/useTypedConfirm"

interface Props {
  readonly source: { readonly id: string; readonly title: string }
  readonly close: () => void
}

/** Deletes a source once its title has been typed: what goes with it does not come back. */
export function DeleteSource({ source, close }: Props) {
  const t = useTranslations("overview")
  const common = useTranslations("common")
  const { busy, failed, change } = useChange({ done: close })
  const { field, button } = useTypedConfirm({
    label: t("acts.deleteType", { title: source.title }),
    name: source.title,
    confirm: t("acts.delete"),
    busy,
    onConfirm: (title) => change(() => ask("DELETE", `/api/sources/${source.id}`, { title })),
  })
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("acts.deleteOf", { title: source.title })}
      description={t("acts.deleteBody")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          {button}
        </>
      }
    >
      {field}
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
