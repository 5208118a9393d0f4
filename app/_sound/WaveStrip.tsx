"use client"

import { useFormatter, useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { classes } from "../_ui/classes"
import { IconButton } from "../_ui/IconButton"
import { followElement } from "./followElement"
import { positionText } from "./positionText"
import { Rail } from "./Rail"
import type { Waveform } from "./useWaveform"
import type { ShownWave } from "./useWaveView"
import { useWidth } from "./useWidth"
import { WaveShape } from "./WaveShape"
import { marksIn } from "./waveView"

interface Props {
  readonly waveform: Waveform
  readonly shown: ShownWave
  readonly element: HTMLMediaElement | null
  readonly durationMs: number
  readonly seek: (ms: number) => void
  /** Where turns begin. */
  readonly ticks?: readonly number[]
  /** Under it, as wide. */
  readonly lane?: ReactNode
}

const STEP_MS = 1_000

/** The sound around the play head, close up; press, drag or use the arrows to go there. Nothing, where there is none. */
export function WaveStrip({ waveform, ...strip }: Props) {
  const t = useTranslations("desk.player")
  const format = useFormatter()
  if (waveform.is === "none") return null
  if (waveform.is === "ready") return <Drawn outline={waveform.outline} {...strip} />
  const fraction = waveform.is === "making" ? waveform.fraction : null
  return (
    <div className="wave-strip">
      {waveform.is === "making" && (
        <span
          className="small q grow"
          role="progressbar"
          aria-label={t("making")}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(fraction === null ? {} : { "aria-valuenow": Math.round(fraction * 100) })}
        >
          {fraction === null
            ? t("making")
            : t("makingAt", {
                part: format.number(fraction, { style: "percent", maximumFractionDigits: 0 }),
              })}
        </span>
      )}
    </div>
  )
}

type DrawnProps = Omit<Props, "waveform"> & {
  readonly outline: Extract<Waveform, { is: "ready" }>["outline"]
}

function Drawn({ outline, shown, element, durationMs, seek, ticks = [], lane }: DrawnProps) {
  const t = useTranslations("desk.player")
  const [box, width] = useWidth<HTMLDivElement>()
  const { view, closer, wider, hold } = shown
  const [head, second] = useDrawnHead(element, view)
  const share = (ms: number) => (ms - view.startMs) / (view.endMs - view.startMs)
  const inView = (ms: number) => ms >= view.startMs && ms < Math.min(view.endMs, durationMs)
  const release = () => hold(false)
  return (
    <div className={classes("wave-strip", lane != null && "with-lane")}>
      <div className="grow">
        <div
          ref={box}
          onPointerDownCapture={() => hold(true)}
          onPointerUpCapture={release}
          onPointerCancelCapture={release}
        >
          <Rail
            className="wave"
            label={t("wave")}
            valueText={t("positionOf", {
              position: positionText(second),
              duration: positionText(durationMs),
            })}
            startMs={view.startMs}
            endMs={view.endMs}
            reach={{ startMs: 0, endMs: durationMs }}
            positionMs={second}
            positionNow={element ? () => element.currentTime * 1000 : undefined}
            stepMs={STEP_MS}
            seek={seek}
          >
            <WaveShape outline={outline} startMs={view.startMs} endMs={view.endMs} />
            {ticks.filter(inView).map((ms) => (
              <span key={ms} className="tick" style={{ left: `${share(ms) * 100}%` }} />
            ))}
            {marksIn(view, width)
              .filter(inView)
              .map((ms) => (
                <span key={ms} className="mark micro num" style={{ left: `${share(ms) * 100}%` }}>
                  {positionText(ms)}
                </span>
              ))}
            <span ref={head} className="moving">
              <span className="head" />
            </span>
          </Rail>
        </div>
        {lane}
      </div>
      <span className="zoom">
        <IconButton icon="minus" label={t("wider")} disabled={!wider} onClick={() => wider?.()} />
        <IconButton icon="plus" label={t("closer")} disabled={!closer} onClick={() => closer?.()} />
      </span>
    </div>
  )
}

/** Moves the head itself, without a render; renders when another second is to be read out. */
function useDrawnHead(element: HTMLMediaElement | null, { startMs, endMs }: ShownWave["view"]) {
  const head = useRef<HTMLSpanElement>(null)
  const [second, setSecond] = useState(0)
  useEffect(() => {
    if (!element) return
    return followElement(element, (ms) => {
      const place = (ms - startMs) / (endMs - startMs)
      if (head.current) {
        head.current.style.transform = `translateX(${place * 100}%)`
        head.current.hidden = place < 0 || place > 1
      }
      setSecond(Math.floor(ms / 1000) * 1000)
    })
  }, [element, startMs, endMs])
  return [head, second] as const
}
