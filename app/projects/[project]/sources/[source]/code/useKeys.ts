"use client"

import { useEffect, useRef } from "react"

/** What a key does, by its name: "c", "?", "delete", "mod+z", "alt+shift+arrowleft", "ctrl+space". */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/**
 * Listens for keys while nobody writes in a field and nothing is open above the page. Ctrl+Space is heard
 * everywhere. `single` off: letters and digits alone do nothing (WCAG 2.1.4).
 */
export function useKeys(keys: Keys, single: boolean): void {
  const current = useRef({ keys, single })
  current.current = { keys, single }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const name = keyName(event)
      const act = current.current.keys[name]
      if (!act) return
      if (name !== "ctrl+space" && (writes(event.target) || isOpenAbove())) return
      if ((name === "space" || name === "enter") && presses(event.target)) return
      if (!current.current.single && /^[^+]$/u.test(name)) return
      event.preventDefault()
      act()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
}

export function keyName(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
) {
  if (event.code === "Space") return event.ctrlKey ? "ctrl+space" : "space"
  // On a French keyboard the digits need Shift: without it, what counts is where the key lies.
  const lies = event.shiftKey ? undefined : /^Digit([1-9])$/.exec(event.code)?.[1]
  const digit = /^[1-9]$/.exec(event.key)?.[0] ?? lies
  const mod = event.ctrlKey || event.metaKey
  if (digit && !mod && !event.altKey) return digit
  const named = event.key.length > 1
  const key = event.key.toLowerCase()
  const shift = event.shiftKey && (named || mod)
  return [mod && "mod", event.altKey && "alt", shift && "shift", key].filter(Boolean).join("+")
}

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null
  )
}

function presses(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, [role=slider], [role=menuitem]") !== null
}

function isOpenAbove(): boolean {
  return document.querySelector("[role=dialog]:not(.alongside), [role=menu]") !== null
}
