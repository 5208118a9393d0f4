"use client"

import { useEffect, useState } from "react"

/** What is open above the words, and how often it was asked for. */
export interface Asked {
  readonly replaces: boolean
  readonly times: number
}

/** Whether one looks for words: opened by the keys that everybody knows, while nothing else is open above the page. */
export function useFindKeys(): readonly [Asked | null, (asked: Asked | null) => void] {
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const replaces = askedBy(event)
      if (replaces === null || document.querySelector("[role=dialog], [role=alertdialog], [role=menu]"))
        return
      event.preventDefault()
      setAsked((before) => ({
        replaces: replaces || (before?.replaces ?? false),
        times: (before?.times ?? 0) + 1,
      }))
    }
    window.addEventListener("keydown", onKey, { capture: true })
    return () => window.removeEventListener("keydown", onKey, { capture: true })
  }, [])
  return [asked, setAsked]
}

/** Whether a key asks to put other words there too; null where it asks for nothing here. */
function askedBy(event: KeyboardEvent): boolean | null {
  if (event.isComposing || event.shiftKey || (!event.ctrlKey && !event.metaKey)) return null
  // On a Mac ⌘H hides the window: there it is ⌥⌘F, as in other editors.
  if (event.code === "KeyF" && event.altKey) return event.metaKey ? true : null
  if (event.altKey) return null
  const key = event.key.toLowerCase()
  return key === "f" ? false : key === "h" && event.ctrlKey ? true : null
}
