import { useState } from "react"

/**
 * Gives the focus back, when a dialog closes, to what had it when the dialog opened; of a menu's item, to what had
 * opened the menu. Radix does so only where the dialog has a trigger of its own.
 */
export function useOpener(open: boolean): (closing: Event) => void {
  const [last, setLast] = useState({ open: false, opener: null as HTMLElement | null })
  if (last.open !== open) setLast({ open, opener: open ? focusedNow() : last.opener })
  return (closing) => {
    if (!last.opener?.isConnected) return
    closing.preventDefault()
    last.opener.focus()
  }
}

function focusedNow(): HTMLElement | null {
  const focused = typeof document === "undefined" ? null : document.activeElement
  const menu = focused?.closest('[role="menu"]')
  if (menu) return document.getElementById(menu.getAttribute("aria-labelledby") ?? "")
  return focused instanceof HTMLElement && focused !== document.body ? focused : null
}
