"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Button } from "../../../_ui/Button"
import { Dialog, DialogClose } from "../../../_ui/Dialog"
import type { Shared } from "./shared"
import { TargetList } from "./TargetList"
import { moveTargets } from "./targets"

const ROOT = ""

/** Where to put a node: under another, or at the root. */
export function MoveDialog({ data, acts, ask, code }: Shared & { readonly code: string }) {
  const t = useTranslations("tree.move")
  const common = useTranslations("common")
  const [target, setTarget] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const moved = data.nodes.get(code)?.code
  if (!moved) return null
  const parent = data.above(code).at(-1)?.id ?? null
  const root = { id: ROOT, name: t("root"), depth: 0 }
  const targets = [...(parent === null ? [] : [root]), ...moveTargets(data.tree, data.codes, code, parent)]

  async function move() {
    if (target === null) return
    setBusy(true)
    if (await acts.move(code, target === ROOT ? null : target)) ask(null)
    setBusy(false)
  }
  return (
    <Dialog
      open
      onOpenChange={() => ask(null)}
      title={t("title", { name: moved.name })}
      footer={
        <>
          <DialogClose>
            <Button kind="bare">{common("cancel")}</Button>
          </DialogClose>
          <Button kind="primary" busy={busy} disabled={target === null} onClick={move}>
            {t("do")}
          </Button>
        </>
      }
    >
      <TargetList label={t("where")} targets={targets} chosen={target} onChoose={setTarget} onTake={move} />
    </Dialog>
  )
}
