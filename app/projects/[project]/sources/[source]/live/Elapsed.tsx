"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { beganAt, type FieldNotes, isRunning } from "../../../../../../core/fieldNotes"
import { positionText } from "../../../../../_sound/positionText"

interface Props {
  readonly notes: Pick<FieldNotes, "clock">
  readonly now: () => number
}

/** How long the event goes on, or went on when it ended. */
export function Elapsed({ notes, now }: Props) {
  const t = useTranslations("notes")
  const began = beganAt(notes)
  const runs = isRunning(notes)
  const [at, setAt] = useState(now)
  useEffect(() => {
    if (!runs) return
    setAt(now())
    const timer = setInterval(() => setAt(now()), 250)
    return () => clearInterval(timer)
  }, [runs, now])
  const ended = notes.clock.findLast(({ is }) => is === "ended")?.at
  const until = runs ? at : (ended ?? began)
  return (
    <span className="live-time num" role="timer" aria-label={t("clock.elapsed")}>
      {began === null || until === null ? "–:–" : positionText(until - began)}
    </span>
  )
}
