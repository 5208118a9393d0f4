"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { positionText } from "../../../../../_sound/positionText"

/** How long something goes on, as it goes on. */
export function Since({ at, now }: { readonly at: number; readonly now: () => number }) {
  const t = useTranslations("notes.guide")
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    setMoment(now())
    const timer = setInterval(() => setMoment(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return t("goesOn", { time: positionText(Math.max(0, moment - at)) })
}
