"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type PointerEvent, useRef } from "react"
import type { Mark } from "../../../../../../core/fieldNotes"
import type { ShownWave } from "../../../../../_sound/useWaveView"
import { classes } from "../../../../../_ui/classes"
import type { Laying } from "./useLaying"

interface Props {
  readonly shown: ShownWave
  readonly marks: readonly Mark[]
  readonly laying: Laying
  /** Where the reference stands, in words. */
  readonly words: string
  readonly hear: () => void
}

const STEP_MS = 100
const LONG_STEP_MS = 1_000
/** So near a clap is meant rather than what lies beside it. */
const REACH_PX = 24

/** The marks under the sound at which they are heard; all of them are moved at once, by pointer or arrows. */
export function MarksLane({ shown, marks, laying, words, hear }: Props) {
  const t = useTranslations("notes.laying")
  const { view, hold } = shown
  const { reference } = laying
  const grabbed = useRef<{ readonly x: number; readonly msPerPx: number } | null>(null)
  const spanMs = view.endMs - view.startMs
  const placed = marks.flatMap((mark) => {
    const ms = laying.placeOf(mark)
    return ms === null || ms < view.startMs || ms > view.endMs
      ? []
      : [{ mark, share: (ms - view.startMs) / spanMs }]
  })

  function grab(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const far = ({ mark, share }: (typeof placed)[number]) => {
      const px = Math.abs(event.clientX - box.left - share * box.width)
      return mark.kind === "clap" && px < REACH_PX ? -1 : px
    }
    const [nearest] = [...placed].sort((a, b) => far(a) - far(b))
    if (nearest) laying.choose(nearest.mark)
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { x: event.clientX, msPerPx: spanMs / Math.max(1, box.width) }
    hold(true)
  }
  const draggedMs = (event: PointerEvent) => {
    const from = grabbed.current
    return from ? (event.clientX - from.x) * from.msPerPx : 0
  }
  function letGo(ms: number) {
    if (!grabbed.current) return
    grabbed.current = null
    hold(false)
    laying.move(ms)
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    if (altKey) return
    const step = shiftKey ? LONG_STEP_MS : STEP_MS
    if ((ctrlKey || metaKey) && key.toLowerCase() === "z" && !shiftKey) laying.undo?.()
    else if (ctrlKey || metaKey) return
    else if (key === "ArrowLeft") laying.move(-step)
    else if (key === "ArrowRight") laying.move(step)
    else if (key === "Enter" || key === " ") hear()
    else if (key === "Escape" && grabbed.current) letGo(0)
    else return
    event.preventDefault()
  }

  return (
    <div
      className="marks-lane"
      role="slider"
      tabIndex={0}
      aria-label={t("lane")}
      aria-describedby="laying-keys"
      aria-valuenow={Math.round(laying.movedMs / STEP_MS) / 10}
      aria-valuetext={words}
      onPointerDown={grab}
      onPointerMove={(event) => grabbed.current && laying.drag(draggedMs(event))}
      onPointerUp={(event) => letGo(draggedMs(event))}
      onPointerCancel={() => letGo(0)}
      onKeyDown={onKeyDown}
    >
      {placed.map(({ mark, share }) => (
        <span
          key={mark.id}
          aria-hidden="true"
          data-mark={mark.id}
          className={classes(
            "lane-mark",
            mark.kind === "clap" && "clap",
            mark.id === reference?.id && "reference",
          )}
          style={{ left: `${share * 100}%` }}
        />
      ))}
    </div>
  )
}
