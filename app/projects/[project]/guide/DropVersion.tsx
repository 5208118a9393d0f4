"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import type { GuideVersion } from "../../../../server/queries/guides"
import { ask } from "../../../_sync/api"
import { useProblemToast } from "../../../_sync/useProblem"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"
import { IconButton } from "../../../_ui/IconButton"
import { useToast } from "../../../_ui/Toasts"

interface Props {
  readonly version: Pick<GuideVersion, "id" | "number">
  /** The one that is shown. */
  readonly revision: () => number
  readonly disabled: boolean
}

/** Throws a version away that is still being written; asks first. */
export function DropVersion({ version: { id, number }, revision, disabled }: Props) {
  const t = useTranslations("guide")
  const router = useRouter()
  const say = useToast()
  const sayProblem = useProblemToast()
  const drop = async () => {
    try {
      await ask("DELETE", `/api/guides/${id}`, { revision: revision() })
      say(t("dropped", { number }))
      router.refresh()
    } catch (error) {
      sayProblem(error)
    }
  }
  return (
    <ConfirmDialog
      title={t("dropTitle", { number })}
      confirm={t("drop")}
      onConfirm={drop}
      danger
      trigger={<IconButton icon="trash" label={t("drop")} disabled={disabled} />}
    >
      {t("dropBody")}
    </ConfirmDialog>
  )
}
