"use client"

import { useFormatter, useTranslations } from "next-intl"
import { Button } from "../_ui/Button"
import { Progress } from "../_ui/Marks"
import type { Course } from "./sendFile"
import type { FileSender } from "./useSendFile"
import { useSizeText } from "./useSizeText"

interface Props extends Pick<FileSender, "pause" | "goOn" | "drop"> {
  readonly course: Course
}

/** How much of a file the server has, and the ways to wait with it or to give it up. */
export function FileCourse({ course, pause, goOn, drop }: Props) {
  const t = useTranslations("sending")
  const format = useFormatter()
  const size = useSizeText()
  const { is, received, of } = course
  return (
    <div className="stack tight">
      <div className="row">
        <span className="grow" role="status">
          {t(is)}
        </span>
        <span className="num q">{format.number(of > 0 ? received / of : 0, "percent")}</span>
      </div>
      <Progress done={received} of={of || 1} label={t("label")} />
      <div className="row wrap">
        <span className="small q2 num grow">{t("received", { received: size(received), of: size(of) })}</span>
        {is === "paused" ? (
          <Button onClick={goOn}>{t("goOn")}</Button>
        ) : (
          <Button onClick={pause}>{t("pause")}</Button>
        )}
        <Button kind="bare" onClick={drop}>
          {t("drop")}
        </Button>
      </div>
    </div>
  )
}
