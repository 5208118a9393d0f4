"use client"

import { useEffect, useRef } from "react"
import { SKIP_MS } from "../../../../../_sound/PlayerStrip"
import { paced } from "../../../../../_sound/pace"
import type { Player } from "../../../../../_sound/usePlayer"

/** What else keys ask for. */
interface Again {
  readonly loop: () => void
  readonly loopTurn: () => void
}

/** The keys by which one listens while one writes: those of oTranscribe. Null where there is nothing to hear. */
export function useSoundKeys(player: Player | null, again: Again): void {
  const current = useRef({ player, again })
  current.current = { player, again }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { player, again } = current.current
      if (!player || event.isComposing) return
      // What is open above the page is closed by the same key, and a name that is being changed is given back.
      const isOpenAbove = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null
      if (isOpenAbove || (event.key === "Escape" && keepsEscape(event.target))) return
      const act = actOf(event, player, again)
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

function actOf(event: KeyboardEvent, player: Player, again: Again): (() => void) | null {
  if (event.ctrlKey && event.code === "Space") return player.toggle
  if (event.key === "F8" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    return event.shiftKey ? again.loopTurn : again.loop
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  switch (event.key) {
    case "Escape":
      return player.toggle
    case "F1":
      return () => player.skip(-SKIP_MS)
    case "F2":
      return () => player.skip(SKIP_MS)
    case "F3":
      return () => player.setRate(paced(player.rate, -1))
    case "F4":
      return () => player.setRate(paced(player.rate, 1))
    default:
      return null
  }
}
