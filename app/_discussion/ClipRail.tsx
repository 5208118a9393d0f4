"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Clip } from "../../core/model"
import { positionText } from "../_sound/positionText"
import { headPlace, Rail } from "../_sound/Rail"

interface Props {
  readonly clip: Clip
  readonly positionMs: number
  readonly seek: (ms: number) => void
  /** At the play head: who set it. */
  readonly children?: ReactNode
}

const STEP_MS = 3_000

/** A clip as a line with its play head; press or drag to go there. */
export function ClipRail({ clip, positionMs, seek, children }: Props) {
  const t = useTranslations("review.listen")
  const { startMs, endMs } = clip
  const within = Math.min(endMs, Math.max(startMs, positionMs))
  const place = headPlace(startMs, endMs, positionMs)
  return (
    <Rail
      className="clip-rail"
      label={t("rail")}
      valueText={t("at", { position: positionText(within), end: positionText(endMs) })}
      startMs={startMs}
      endMs={endMs}
      positionMs={positionMs}
      stepMs={STEP_MS}
      seek={seek}
    >
      <span className="track">
        <span className="played" style={{ width: place }} />
      </span>
      <span className="head" style={{ left: place }}>
        {children}
      </span>
    </Rail>
  )
}
