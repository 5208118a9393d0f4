"use client"

import { useSyncExternalStore } from "react"

/** The device's key for commands, as its keyboard calls it. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘" : "Ctrl"
}

/** How a key held together with the command key is written: `⌘Z`, or `Ctrl Z`. */
export function useChord(key: string): string {
  const command = useCommandKey()
  return command === "⌘" ? `⌘${key}` : `Ctrl ${key}`
}

/** Whether the keyboard has a key for commands beside Ctrl. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

function never(): () => void {
  return () => {}
}
