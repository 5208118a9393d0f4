"use client"

import { useFormatter, useTranslations } from "next-intl"
import { FileCourse } from "../../../_sending/FileCourse"
import { Progress } from "../../../_ui/Marks"
import type { Giving } from "./useGiveRecording"

/** How far a recording is on its way to its source. */
export function SendingRecording({ giving: { big, share } }: { readonly giving: Giving }) {
  const t = useTranslations("overview.recording")
  const format = useFormatter()
  if (big.course) return <FileCourse {...big} course={big.course} />
  return (
    <div className="row" role="status">
      <span className="grow">
        <Progress done={share ?? 0} of={1} label={t("sending")} />
      </span>
      <span className="num q">{format.number(share ?? 0, "percent")}</span>
    </div>
  )
}
