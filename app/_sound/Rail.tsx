"use client"

import type { KeyboardEvent, PointerEvent, ReactNode } from "react"

interface Props {
  readonly className: string
  readonly label: string
  /** The head's place in words. */
  readonly valueText: string
  /** The stretch of the recording that the rail shows. */
  readonly startMs: number
  readonly endMs: number
  /** What the keys reach; the stretch that is shown, unless said otherwise. */
  readonly reach?: { readonly startMs: number; readonly endMs: number }
  readonly positionMs: number
  /** Where the head is at this very moment, where `positionMs` is told more rarely. */
  readonly positionNow?: (() => number) | undefined
  /** How far an arrow goes. */
  readonly stepMs: number
  readonly seek: (ms: number) => void
  readonly children: ReactNode
}

/** A slider over a stretch of sound, by pointer and by keyboard. What it looks like is its children's. */
export function Rail({ className, label, valueText, positionMs, stepMs, seek, children, ...stretch }: Props) {
  const { startMs, endMs, reach = stretch, positionNow } = stretch
  const within = Math.min(reach.endMs, Math.max(reach.startMs, positionMs))

  function seekTo(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const to = startMs + Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * (endMs - startMs)
    seek(Math.min(reach.endMs, Math.max(reach.startMs, to)))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const here = positionNow?.() ?? within
    const to = {
      ArrowLeft: here - stepMs,
      ArrowDown: here - stepMs,
      ArrowRight: here + stepMs,
      ArrowUp: here + stepMs,
      Home: reach.startMs,
      End: reach.endMs,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    seek(Math.min(reach.endMs, Math.max(reach.startMs, to)))
  }

  return (
    <div
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round((reach.endMs - reach.startMs) / 1000)}
      aria-valuenow={Math.round((within - reach.startMs) / 1000)}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekTo(event)}
    >
      {children}
    </div>
  )
}

/** Where the head stands on a rail, as CSS wants it. */
export function headPlace(startMs: number, endMs: number, positionMs: number): string {
  if (endMs <= startMs) return "0%"
  return `${Math.min(1, Math.max(0, (positionMs - startMs) / (endMs - startMs))) * 100}%`
}
