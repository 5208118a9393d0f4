"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useId, useState } from "react"
import { Button } from "../../../../../_ui/Button"
import { Dialog, DialogClose } from "../../../../../_ui/Dialog"
import { TextArea, TextField } from "../../../../../_ui/Field"
import type { ListedCode } from "./codeList"

interface Props {
  readonly code: ListedCode
  /** How many of one's codings use it; with none it may be dropped. */
  readonly count: number
  readonly save: (name: string, definition: string | null) => void
  readonly drop: () => void
  readonly close: () => void
}

/** Renames and defines a code that is still one's own alone. */
export function EditCodeDialog({ code, count, save, drop, close }: Props) {
  const t = useTranslations("desk.codes")
  const common = useTranslations("common")
  const form = useId()
  const [name, setName] = useState(code.name)
  const [definition, setDefinition] = useState(code.definition)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === "") return
    save(name, definition.trim() || null)
    close()
  }
  return (
    <Dialog
      title={t("editTitle")}
      description={t("ownHint")}
      open
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          {count === 0 && (
            <Button
              kind="bare"
              icon="trash"
              onClick={() => {
                drop()
                close()
              }}
            >
              {t("drop")}
            </Button>
          )}
          <span className="grow" />
          <DialogClose>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" type="submit" form={form} disabled={name.trim() === ""}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={submit}>
        <TextField
          label={t("name")}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label={t("definition")}
          hint={t("definitionHint")}
          rows={4}
          value={definition}
          maxLength={5000}
          onChange={(event) => setDefinition(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
