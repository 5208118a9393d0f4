"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Clip } from "../../core/model"
import type { Outline } from "../../core/peaks"
import { positionText } from "../_sound/positionText"
import { headPlace, Rail } from "../_sound/Rail"
import { WaveShape } from "../_sound/WaveShape"
import { classes } from "../_ui/classes"
import "./clipRail.css"

interface Props {
  readonly clip: Clip
  readonly positionMs: number
  readonly seek: (ms: number) => void
  /** What the recording looks like; null where there is none to show. */
  readonly outline?: Outline | null
  /** At the play head: who set it. */
  readonly children?: ReactNode
}

const STEP_MS = 3_000
/** How much is shown around a clip, as a share of it. */
const AROUND = 0.12

/**
 * A clip with its play head: as it sounds, and where it lies in the whole recording; as a line, where that is not
 * known. Press or drag to go there.
 */
export function ClipRail({ clip, positionMs, seek, outline = null, children }: Props) {
  const t = useTranslations("review.listen")
  const { startMs, endMs } = outline ? around(clip, outline) : clip
  const within = Math.min(clip.endMs, Math.max(clip.startMs, positionMs))
  const place = headPlace(startMs, endMs, within)
  return (
    <Rail
      className={classes("clip-rail", outline && "drawn")}
      label={t("rail")}
      valueText={t("at", { position: positionText(within), end: positionText(clip.endMs) })}
      startMs={startMs}
      endMs={endMs}
      reach={clip}
      positionMs={positionMs}
      stepMs={STEP_MS}
      seek={seek}
    >
      {outline ? (
        <ClipShape {...{ clip, outline, startMs, endMs, place }} />
      ) : (
        <span className="track">
          <span className="played" style={{ width: place }} />
        </span>
      )}
      <span className="head" style={{ left: place }}>
        {children}
      </span>
    </Rail>
  )
}

interface ShapeProps {
  readonly clip: Clip
  readonly outline: Outline
  readonly startMs: number
  readonly endMs: number
  readonly place: string
}

function ClipShape({ clip, outline, startMs, endMs, place }: ShapeProps) {
  const { left, right } = between(clip, { startMs, endMs })
  return (
    <>
      <span className="close-up">
        <span className="clip" style={{ left, right }} />
        <WaveShape {...{ outline, startMs, endMs }} />
        <span className="heard" style={{ clipPath: `inset(0 calc(100% - ${place}) 0 ${left})` }}>
          <WaveShape {...{ outline, startMs, endMs }} />
        </span>
      </span>
      <span className="whole" aria-hidden="true">
        <WaveShape outline={outline} startMs={0} endMs={outline.durationMs} />
        <span className="clip" style={between(clip, { startMs: 0, endMs: outline.durationMs })} />
      </span>
    </>
  )
}

function around({ startMs, endMs }: Clip, { durationMs }: Outline): Clip {
  const more = (endMs - startMs) * AROUND
  return { startMs: Math.max(0, startMs - more), endMs: Math.max(endMs, Math.min(durationMs, endMs + more)) }
}

/** Where a stretch lies within another, as CSS wants it. */
function between(clip: Clip, { startMs, endMs }: Clip) {
  const share = (ms: number) => `${((ms - startMs) / (endMs - startMs)) * 100}%`
  return { left: share(clip.startMs), right: `calc(100% - ${share(Math.min(clip.endMs, endMs))})` }
}
