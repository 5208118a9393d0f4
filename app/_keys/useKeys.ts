"use client"

import { useEffect, useRef } from "react"
import { isMac } from "../_ui/useChord"
import { type Act, actOf, type Keymap } from "./acts"
import { chordOf } from "./chords"
import { onMediaKeys } from "./mediaKeys"

/** A key that arrives both ways at once is one press. */
const SAME_PRESS_MS = 150

/** Does what keys ask for, wherever on the page one is. An act that is left out is not there: its keys do what they do. */
export function useKeys(keymap: Keymap, does: Readonly<Partial<Record<Act, () => void>>>): void {
  const current = useRef({ keymap, does })
  current.current = { keymap, does }
  const last = useRef({ chord: "", at: 0 })
  const press = useRef((chord: string): boolean => {
    const { keymap, does } = current.current
    const act = actOf(keymap, chord, isMac())
    const doIt = act && does[act]
    if (!doIt || isOpenAbove()) return false
    const { chord: before, at } = last.current
    last.current = { chord, at: Date.now() }
    const isTwice = chord.startsWith("Media") && before === chord && Date.now() - at < SAME_PRESS_MS
    if (!isTwice) doIt()
    return true
  }).current
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = chordOf(event, isMac())
      if (chord === null || (chord === "Escape" && keepsEscape(event.target))) return
      if (press(chord)) event.preventDefault()
    }
    // Before the words hear of it: an editor keeps Escape to itself.
    window.addEventListener("keydown", onKey, { capture: true })
    return () => window.removeEventListener("keydown", onKey, { capture: true })
  }, [press])
  useEffect(() => onMediaKeys((name) => Object.values(keymap).flat().includes(name), press), [keymap, press])
}

/** What is open above the page is closed by the same key. */
function isOpenAbove(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null
}

/** A name that is being changed is given back by it, a bar closed. */
function keepsEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, [data-keeps-escape]") !== null
}
