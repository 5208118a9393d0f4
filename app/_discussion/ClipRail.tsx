"use client"

import { useTranslations } from "next-intl"
import type { KeyboardEvent, PointerEvent, ReactNode } from "react"
import type { Clip } from "../../core/model"
import { positionText } from "../_sound/positionText"

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
  const long = clip.endMs - clip.startMs
  const within = Math.min(clip.endMs, Math.max(clip.startMs, positionMs))
  const share = (within - clip.startMs) / long
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    seek(clip.startMs + Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * long)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: within - STEP_MS,
      ArrowRight: within + STEP_MS,
      Home: clip.startMs,
      End: clip.endMs,
    }[event.key]
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    seek(to)
  }
  return (
    <div
      className="clip-rail"
      role="slider"
      tabIndex={0}
      aria-label={t("rail")}
      aria-valuemin={0}
      aria-valuemax={Math.round(long / 1000)}
      aria-valuenow={Math.round((within - clip.startMs) / 1000)}
      aria-valuetext={t("at", { position: positionText(within), end: positionText(clip.endMs) })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
    >
      <span className="track">
        <span className="played" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="head" style={{ left: `${share * 100}%` }}>
        {children}
      </span>
    </div>
  )
}
