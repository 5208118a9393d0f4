"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { followElement } from "./followElement"
import { SPANS_MS, USUAL_SPAN_MS, viewAround, viewWith, type WaveView, zoomed } from "./waveView"

export interface ShownWave {
  readonly view: WaveView
  /** Null at the end of what there is. */
  readonly closer: (() => void) | null
  readonly wider: (() => void) | null
  /** While somebody drags in it, it stays. */
  readonly hold: (held: boolean) => void
}

/** Which stretch of a recording is shown close up: it turns its page as the play head leaves it. */
export function useWaveView(element: HTMLMediaElement | null, durationMs: number): ShownWave {
  const [view, setView] = useState(() => viewAround(0, USUAL_SPAN_MS, durationMs))
  const now = useRef(view)
  const held = useRef(false)
  const turn = useCallback((to: WaveView) => {
    if (to === now.current) return
    now.current = to
    setView(to)
  }, [])

  useEffect(() => {
    if (!element) return
    return followElement(element, (ms) => {
      if (!held.current) turn(viewWith(now.current, ms, durationMs))
    })
  }, [element, durationMs, turn])

  const spanMs = view.endMs - view.startMs
  const at = SPANS_MS.indexOf(spanMs as (typeof SPANS_MS)[number])
  const zoom = (to: number | undefined) =>
    to === undefined
      ? null
      : () => turn(zoomed(now.current, (element?.currentTime ?? 0) * 1000, to, durationMs))
  const widest = spanMs >= durationMs
  return {
    view,
    closer: zoom(SPANS_MS[at - 1]),
    wider: widest ? null : zoom(SPANS_MS[at + 1]),
    hold: (isHeld) => {
      held.current = isHeld
    },
  }
}
