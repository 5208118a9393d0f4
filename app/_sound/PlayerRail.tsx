"use client"

import { useTranslations } from "next-intl"
import type { Outline } from "../../core/peaks"
import { classes } from "../_ui/classes"
import { positionText } from "./positionText"
import { headPlace, Rail } from "./Rail"
import { WaveShape } from "./WaveShape"
import type { WaveView } from "./waveView"

/** A passage on the rail; `done` fills it. */
export interface RailSegment {
  readonly id: string
  readonly startMs: number
  readonly done: boolean
}

interface Props {
  readonly positionMs: number
  readonly durationMs: number | null
  readonly segments: readonly RailSegment[]
  readonly seek: (ms: number) => void
  /** What the whole recording looks like, and the stretch of it that is shown close up. */
  readonly drawn?: { readonly outline: Outline; readonly view: WaveView } | null
}

const WIDTH = 1000
const GAP = 2.5
const STEP_MS = 5000

/** Where in the recording one is: passages as segments, the play head over them. Press or drag to go there. */
export function PlayerRail({ positionMs, durationMs, segments, seek, drawn }: Props) {
  const t = useTranslations("desk.player")
  const long = durationMs ?? 0

  return (
    <Rail
      className={classes("rail", drawn && "drawn")}
      label={t("position")}
      valueText={t("positionOf", { position: positionText(positionMs), duration: positionText(long) })}
      startMs={0}
      endMs={long}
      positionMs={positionMs}
      stepMs={STEP_MS}
      seek={seek}
    >
      {drawn && (
        <WaveShape className="whole" outline={drawn.outline} startMs={0} endMs={long}>
          <rect
            className="shown"
            x={drawn.view.startMs / long}
            width={Math.max(0, Math.min(drawn.view.endMs, long) - drawn.view.startMs) / long}
            height="1"
          />
        </WaveShape>
      )}
      <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
        {stretches(segments, long).map(({ id, from, to, done }) => (
          <rect
            key={id}
            className={classes("stretch", done && "done")}
            x={from}
            y={drawn ? 21 : 9}
            width={Math.max(1, to - from - GAP)}
            height={drawn ? 3 : 6}
            rx="1.5"
          />
        ))}
      </svg>
      <span className="head" style={{ left: headPlace(0, long, positionMs) }} />
    </Rail>
  )
}

/** Each segment reaches to the next; without any, the whole recording is one. */
function stretches(segments: readonly RailSegment[], long: number) {
  if (long <= 0 || segments.length === 0) return [{ id: "all", from: 0, to: WIDTH, done: false }]
  const inOrder = [...segments].sort((one, other) => one.startMs - other.startMs)
  const at = (ms: number) => (Math.min(ms, long) / long) * WIDTH
  return inOrder.map(({ id, startMs, done }, place) => ({
    id,
    done,
    from: place === 0 ? 0 : at(startMs),
    to: at(inOrder[place + 1]?.startMs ?? long),
  }))
}
