"use client"

import { useTranslations } from "next-intl"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import type { Shared } from "./shared"

/** Asks before a node goes; what still uses it is refused by the server and said in words. */
export function RemoveDialog({ data, acts, ask, code }: Shared & { readonly code: string }) {
  const t = useTranslations("tree.remove")
  const node = data.nodes.get(code)
  if (!node) return null
  return (
    <ConfirmDialog
      open
      onOpenChange={() => ask(null)}
      title={t("title", { name: node.code.name })}
      confirm={t("do")}
      danger
      onConfirm={async () => {
        await acts.write(code, "removed", true)
      }}
    >
      {t("body")}
    </ConfirmDialog>
  )
}
