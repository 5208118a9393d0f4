"use client"

import { useTranslations } from "next-intl"
import type { Resolution } from "../../../../../../core/reading"
import type { FlagView } from "../../../../../../core/view"
import { about, ask } from "../../../../../_sync/api"
import { useProblemToast } from "../../../../../_sync/useProblem"
import { Button } from "../../../../../_ui/Button"
import { ConfirmDialog } from "../../../../../_ui/ConfirmDialog"
import { useToast } from "../../../../../_ui/Toasts"
import type { Discussing } from "./discussing"

interface Props {
  readonly discussing: Discussing
  readonly flag: FlagView
  readonly resolution: Resolution
}

/** Undoes a decision: a consensus by either coder, a ruling by whoever gave it. Nothing for anybody else. */
export function Reopen({ discussing: { me, isCoder }, flag, resolution }: Props) {
  const t = useTranslations("review")
  const say = useToast()
  const sayProblem = useProblemToast()
  const may = resolution.how === "consensus" ? isCoder : resolution.by.includes(me)
  if (!may) return null
  const undo = async () => {
    try {
      await ask("DELETE", about(flag.id, "resolution"))
      say(t("said.reopened"))
    } catch (error) {
      sayProblem(error)
    }
  }
  return (
    <ConfirmDialog
      title={t("decided.reopenTitle")}
      confirm={t("decided.reopen")}
      onConfirm={undo}
      trigger={<Button icon="undo">{t("decided.reopen")}</Button>}
    >
      {t(resolution.verdict.kind === "same-idea" ? "decided.reopenMerge" : "decided.reopenBody")}
    </ConfirmDialog>
  )
}
