"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useId, useState } from "react"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import { TextField } from "../../../_ui/Field"
import { levelOf } from "./levels"
import type { Shared } from "./shared"
import type { Asking } from "./TreeScreen"

interface Props extends Shared {
  readonly asking: Extract<Asking, { what: "add" }>
  /** With the new node's id. */
  readonly onDone: (id: string) => void
}

export function AddDialog({ data, approach, acts, ask, asking, onDone }: Props) {
  const t = useTranslations("tree")
  const common = useTranslations("common")
  const form = useId()
  const [name, setName] = useState("")
  const [busy, setBusy] = useState(false)
  const parent = asking.code === null ? undefined : data.nodes.get(asking.code)?.code
  const depth = parent ? data.above(parent.id).length + 1 : 0

  async function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === "") return
    setBusy(true)
    const id = await acts.create(name.trim(), parent?.id ?? null, asking.codable)
    setBusy(false)
    if (id === null) return
    ask(null)
    onDone(id)
  }
  return (
    <Dialog
      open
      onOpenChange={() => ask(null)}
      title={t("add.title", { level: t(`levels.a.${levelOf(approach, asking.codable, depth)}`) })}
      description={parent ? t("add.where", { name: parent.name }) : t("add.atRoot")}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" type="submit" form={form} busy={busy} disabled={name.trim() === ""}>
            {t("add.do")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={add}>
        <TextField
          label={t("panel.name")}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
