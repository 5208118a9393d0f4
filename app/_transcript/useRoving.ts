"use client"

import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react"
import type { PlacedStripe } from "./measureStripes"

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowRight: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * One stop of Tab for all stripes that are shown, and arrows from one to the next in the order of the text. The stop is
 * where one was last, else what is chosen, else the first; whoever comes by Tab comes to one that can be seen.
 */
export function useRoving(placed: readonly PlacedStripe[], chosen: string | null) {
  const group = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string | null>(null)
  const shown = placed
    .filter(({ hidden }) => hidden === 0)
    .sort((one, other) => one.top - other.top || one.left - other.left)
  const isShown = (key: string | null) => key !== null && shown.some((stripe) => stripe.key === key)
  const stop = [last, chosen].find(isShown) ?? shown[0]?.key ?? null
  const elementOf = (key: string) =>
    group.current?.querySelector<HTMLElement>(`[data-stripe="${CSS.escape(key)}"]`) ?? null
  return {
    group,
    stop,
    onFocus(event: FocusEvent) {
      const key = (event.target as HTMLElement).dataset.stripe
      if (key === undefined) return
      const comesIn = !group.current?.contains(event.relatedTarget)
      const seen =
        comesIn && !canBeSeen(event.target) ? shown.map(({ key }) => elementOf(key)).find(canBeSeen) : null
      if (seen) seen.focus()
      else setLast(key)
    },
    onKeyDown(event: KeyboardEvent) {
      const step = steps[event.key]
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const at = shown.findIndex(({ key }) => key === (event.target as HTMLElement).dataset.stripe)
      if (at < 0) return
      event.preventDefault()
      elementOf(shown[step(at, shown.length)]!.key)?.focus()
    },
  }
}

function canBeSeen(element: Element | null): boolean {
  const frame = element?.closest(".page")?.getBoundingClientRect()
  const box = element?.getBoundingClientRect()
  return frame !== undefined && box !== undefined && box.bottom > frame.top && box.top < frame.bottom
}
