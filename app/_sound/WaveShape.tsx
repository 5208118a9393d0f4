"use client"

import { memo, type ReactNode, useMemo } from "react"
import { gainOf, type Outline, shapeOf } from "../../core/peaks"
import { classes } from "../_ui/classes"
import { useWidth } from "./useWidth"
import { HALF, wavePath } from "./wavePath"
import "./wave.css"

interface Props {
  readonly outline: Outline
  readonly startMs: number
  readonly endMs: number
  readonly className?: string
  /** Under the sound, in a box 1 wide and 1 high. */
  readonly children?: ReactNode
}

/**
 * The sound of a stretch, drawn once for it: one column a pixel, however long the stretch. A path rather than a canvas:
 * it takes the colours of the theme as they change, and is sharp on any screen.
 */
export const WaveShape = memo(function WaveShape({ outline, startMs, endMs, className, children }: Props) {
  const [ref, width] = useWidth<HTMLSpanElement>()
  const gain = useMemo(() => gainOf(outline), [outline])
  const path = useMemo(
    () => (width > 0 ? wavePath(shapeOf(outline, startMs, endMs, width), gain) : ""),
    [outline, startMs, endMs, width, gain],
  )
  return (
    <span ref={ref} className={classes("wave-shape", className)} aria-hidden="true">
      {children && (
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          {children}
        </svg>
      )}
      <svg
        viewBox={`0 ${-HALF} ${Math.max(1, width)} ${2 * HALF}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    </span>
  )
})
