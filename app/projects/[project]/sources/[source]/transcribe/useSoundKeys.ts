"use client"

import { useEffect, useRef } from "react"
import { SKIP_MS } from "../../../../../_sound/PlayerStrip"
import type { Player } from "../../../../../_sound/usePlayer"

/** Playing on begins a little before where one stopped, so that the words that were half heard are whole. */
const REWIND_MS = 1_000
const SLOWEST = 0.5
const FASTEST = 2
const STEP = 0.25

/** The keys by which one listens while one writes: those of oTranscribe. Null where there is nothing to hear. */
export function useSoundKeys(player: Player | null): void {
  const current = useRef(player)
  current.current = player
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const player = current.current
      if (!player || event.isComposing) return
      // What is open above the page is closed by the same key, and a name that is being changed is given back.
      const isOpenAbove = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null
      if (isOpenAbove || (event.key === "Escape" && keepsEscape(event.target))) return
      const act = actOf(event, player)
      if (!act) return
      event.preventDefault()
      act()
    }
    // Before the words hear of it: an editor keeps Escape to itself.
    window.addEventListener("keydown", onKey, { capture: true })
    return () => window.removeEventListener("keydown", onKey, { capture: true })
  }, [])
}

function keepsEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, [data-keeps-escape]") !== null
}

function actOf(event: KeyboardEvent, player: Player): (() => void) | null {
  if (event.ctrlKey && event.code === "Space") return () => toggle(player)
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const paced = (by: number) => Math.min(FASTEST, Math.max(SLOWEST, player.rate + by))
  switch (event.key) {
    case "Escape":
      return () => toggle(player)
    case "F1":
      return () => player.skip(-SKIP_MS)
    case "F2":
      return () => player.skip(SKIP_MS)
    case "F3":
      return () => player.setRate(paced(-STEP))
    case "F4":
      return () => player.setRate(paced(STEP))
    default:
      return null
  }
}

function toggle(player: Player): void {
  if (player.element?.paused && player.element.currentTime > 0) player.skip(-REWIND_MS)
  player.toggle()
}
