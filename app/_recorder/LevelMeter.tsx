"use client"

import { useEffect, useRef } from "react"

interface Props {
  readonly level: () => number
  readonly isPaused: boolean
  /** Told when it has heard nothing for a while, and when it hears something again. */
  readonly onSilent: (isSilent: boolean) => void
}

const AS_GOOD_AS_NOTHING = 0.03
const A_WHILE_MS = 5_000

/** How loud the microphone is, frame by frame. For the eye; what it says in words is said beside it. */
export function LevelMeter({ level, isPaused, onSilent }: Props) {
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let frame = 0
    let heardAt = performance.now()
    let isSilent = false
    const draw = () => {
      const loud = isPaused ? 0 : level()
      bar.current?.style.setProperty("--v", loud.toFixed(3))
      if (isPaused || loud > AS_GOOD_AS_NOTHING) heardAt = performance.now()
      const silent = performance.now() - heardAt > A_WHILE_MS
      if (silent !== isSilent) onSilent(silent)
      isSilent = silent
      frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [level, isPaused, onSilent])
  return (
    <span ref={bar} className="meter wide level" aria-hidden="true">
      <i />
    </span>
  )
}
