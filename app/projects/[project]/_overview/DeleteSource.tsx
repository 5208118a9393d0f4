"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
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

/** Deletes a source once its title has been typed: what goes with it does not come back. */
export function DeleteSource({ source, close }: Props) {
  const t = useTranslations("overview")
  const common = useTranslations("common")
  const [typed, setTyped] = useState("")
  const { busy, failed, change } = useChange(close)
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
          <Button
            kind="danger"
            busy={busy}
            disabled={typed.trim() !== source.title.trim()}
            onClick={() => change(() => ask("DELETE", `/api/sources/${source.id}`, { title: typed }))}
          >
            {t("acts.delete")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("acts.deleteType", { title: source.title })}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
