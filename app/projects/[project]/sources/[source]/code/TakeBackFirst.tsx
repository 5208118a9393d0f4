"use client"

import { useTranslations } from "next-intl"
import { Button } from "../../../../../_ui/Button"
import { Popover } from "../../../../../_ui/Popover"

interface Props {
  readonly at: { getBoundingClientRect: () => DOMRect }
  readonly close: () => void
  readonly takeBack: () => void
}

/** Beside words of a completed passage: they can be coded once it is taken back. */
export function TakeBackFirst({ at, close, takeBack }: Props) {
  const t = useTranslations("desk")
  return (
    <Popover label={t("passage.takeBack")} at={at} open onOpenChange={(open) => !open && close()} padded>
      <div className="stack">
        <p>{t("handedIn.takeBackFirst")}</p>
        <div>
          <Button
            icon="undo"
            onClick={() => {
              close()
              takeBack()
            }}
          >
            {t("passage.takeBack")}
          </Button>
        </div>
      </div>
    </Popover>
  )
}
