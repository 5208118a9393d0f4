"use client"

import { useTranslations } from "next-intl"
import { Button } from "../../../../../_ui/Button"
import { Dialog, DialogClose } from "../../../../../_ui/Dialog"

interface Props {
  readonly number: number
  readonly blindness: "passage" | "source" | "open"
  /** Null where one codes alone. */
  readonly other: string | null
  readonly confirm: () => void
  readonly close: () => void
}

/** Says once, before the first passage is completed, what freezes and what the other will see. */
export function FreezeDialog({ number, blindness, other, confirm, close }: Props) {
  const t = useTranslations("desk.freeze")
  const common = useTranslations("common")
  return (
    <Dialog
      title={t("title", { number })}
      description={t("frozen")}
      open
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <DialogClose>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <Button
            kind="primary"
            icon="check"
            onClick={() => {
              close()
              confirm()
            }}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <p>{other ? t(`seen.${blindness}`, { name: other }) : t("seen.alone")}</p>
      {other && <p>{t("takeBack")}</p>}
      <p className="q">{t("memos")}</p>
    </Dialog>
  )
}
