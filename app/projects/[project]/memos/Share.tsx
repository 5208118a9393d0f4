"use client"

import { useTranslations } from "next-intl"
import { Button } from "../../../_ui/Button"
import { ConfirmDialog } from "../../../_ui/ConfirmDialog"

interface Props {
  /** It is about a source of which something is not revealed. */
  readonly isBlind: boolean
  readonly share: () => Promise<void>
}

/** Shows a memo to the others, for good; says so, and to whom, before. */
export function Share({ isBlind, share }: Props) {
  const t = useTranslations("projectMemos.share")
  return (
    <ConfirmDialog
      title={t("title")}
      confirm={t("act")}
      onConfirm={share}
      trigger={
        <Button kind="bare" icon="people">
          {t("act")}
        </Button>
      }
    >
      <div className="stack">
        <p>{t("body")}</p>
        <p>{t(isBlind ? "blind" : "words")}</p>
      </div>
    </ConfirmDialog>
  )
}
