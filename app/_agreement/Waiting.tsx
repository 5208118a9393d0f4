"use client"

import { useTranslations } from "next-intl"
import { Button } from "../_ui/Button"
import { Progress } from "../_ui/Marks"
import { Skeleton } from "../_ui/States"
import { useSlow } from "../_ui/useSlow"

interface Props {
  readonly draws: number
  readonly withoutIntervals: () => void
}

/** While the first figures are computed; what takes long says why, and what would be quicker. */
export function Waiting({ draws, withoutIntervals }: Props) {
  const t = useTranslations("agreement")
  const isSlow = useSlow(true)
  return (
    <div className="main agreement waiting" aria-busy="true">
      <h1 className="vh">{t("title")}</h1>
      <Skeleton lines={5} />
      {isSlow && (
        <div className="stack arriving">
          <Progress of={1} label={t("loading")} />
          <p className="q2" role="status">
            {draws > 0 ? t("slow", { draws }) : t("loading")}
          </p>
          {draws > 0 && (
            <div>
              <Button onClick={withoutIntervals}>{t("withoutIntervals")}</Button>
            </div>
          )}
        </div>
      )}
    </div>
  )
}
