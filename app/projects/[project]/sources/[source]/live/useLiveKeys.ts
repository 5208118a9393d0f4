"use client"

import { useEffect, useRef } from "react"

interface Acts {
  /** Answer whether the key meant anything. */
  readonly letter: (letter: string) => boolean
  readonly digit: (number: number) => boolean
  readonly note: () => void
  readonly words: () => void
  readonly mend: () => void
  readonly undo: () => void
  readonly leave: () => void
}

/** Single keys, while one does not write: letters are people, digits signs, N a note, Backspace mends what was marked last. */
export function useLiveKeys(acts: Acts): void {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isWriting(event.target) || isOpenAbove()) return
      if (press(event, current.current)) event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
}

function press(event: KeyboardEvent, acts: Acts): boolean {
  const { key } = event
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== "z" || event.shiftKey) return false
    acts.undo()
    return true
  }
  if (key === "Backspace") acts.mend()
  else if (key === "Escape") acts.leave()
  else if (key === "Enter" && !isControl(event.target)) acts.words()
  // A participant called N is reached with Shift.
  else if (key === "n") acts.note()
  else if (/^\d$/.test(key)) return acts.digit(Number(key))
  else if (/^\p{L}$/u.test(key)) return acts.letter(key.toUpperCase())
  else return false
  return true
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]") !==
      null
  )
}

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("button, a, input, summary") !== null

function isOpenAbove(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null
}
