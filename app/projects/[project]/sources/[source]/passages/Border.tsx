"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react"
import { Icon } from "../../../../../_ui/Icon"

interface Props {
  /** Between the passages `number - 1` and `number`, from 0. */
  readonly number: number
  /** The turn at which the passage below begins. */
  readonly at: number
  readonly least: number
  readonly most: number
  readonly onMove: (border: number, toTurn: number) => void
}

/** The handle of a border: dragged over the turns, or moved by the arrow keys, a turn at a time. */
export function Border({ number, at, least, most, onMove }: Props) {
  const t = useTranslations("source.passages")
  const handle = useRef<HTMLDivElement>(null)
  const moves = useMovedFocus(handle, at)
  const move = (toTurn: number) => onMove(number - 1, Math.min(most, Math.max(least, toTurn)))

  function byKey(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    moves()
    move(at + step)
  }

  function byHand(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const turn = turnAt(event.clientX, event.clientY)
    if (turn !== null && turn !== at) move(turn)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this one can.
    <div
      ref={handle}
      className="border-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t("border", { number: number + 1 })}
      aria-valuemin={least + 1}
      aria-valuemax={most + 1}
      aria-valuenow={at + 1}
      aria-valuetext={t("beginsAt", { number: number + 1, turn: at + 1 })}
      tabIndex={0}
      onKeyDown={byKey}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={byHand}
    >
      <Icon name="grip" />
    </div>
  )
}

/** The turn in the middle of whose words, or above them, the pointer stands. */
function turnAt(x: number, y: number): number | null {
  const below = document.elementsFromPoint(x + 80, y).find((each) => each.closest("[data-turn]"))
  const line = below?.closest<HTMLElement>("[data-turn]")
  if (!line) return null
  const { top, height } = line.getBoundingClientRect()
  return Number(line.dataset.turn) + (y > top + height / 2 ? 1 : 0)
}

/** Keeps a handle that was moved by key in sight. */
function useMovedFocus(handle: { readonly current: HTMLElement | null }, at: number) {
  const moved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the border stands elsewhere
  useEffect(() => {
    if (moved.current) handle.current?.scrollIntoView({ block: "nearest" })
    moved.current = false
  }, [at])
  return () => {
    moved.current = true
  }
}
