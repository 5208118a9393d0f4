"use client"

import { useEffect, useMemo, useRef, useState } from "react"
import { inReadingOrder, type Section, sectionsOf } from "../../../../../_discussion/sections"
import type { ListenAgain } from "../../../../../_discussion/useListenAgain"
import type { Discussing } from "./discussing"
import type { Shown } from "./useShown"

interface Keys {
  readonly discussing: Discussing | null
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  readonly listening: ListenAgain
}

/** The sections of the list, the order to walk in, and the keys: J and K walk, L listens again together, P proposes. */
export function useReviewKeys({ discussing, shown, show, listening }: Keys) {
  const sections = useMemo(() => {
    if (!discussing) return []
    const { me, isCoder, meta, view, within } = discussing
    const { discussBoundaries } = meta
    return sectionsOf(Object.values(view.flags).filter(within), { me, isCoder, discussBoundaries })
  }, [discussing])

  const order = useOrder(sections, shown)
  const latest = useRef({ discussing, order, shown, show, listening })
  latest.current = { discussing, order, shown, show, listening }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const { order, shown, show, listening, discussing } = latest.current
      const key = event.key.toLowerCase()
      if (key === "j" || key === "k") {
        const next = nextFlag(order, shown, key === "j" ? 1 : -1)
        if (next) show({ is: "flag", id: next })
      } else if (key === "l") {
        const flag = shown.is === "flag" ? discussing?.view.flags[shown.id] : null
        if (listening.head && listening.head.flag === flag?.id && !listening.alone) {
          if (listening.now().moving) listening.pause()
          else listening.resume()
        } else if (flag?.clip) listening.start(flag.id, flag.clip)
      } else if (key === "p") {
        const field = document.querySelector<HTMLElement>(".reply input, .reply textarea")
        field?.focus()
        // Not behind the bar of listening together.
        field?.closest(".reply")?.scrollIntoView({ block: "nearest" })
      } else return
      event.preventDefault()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return { sections, order }
}

/**
 * The flags as they stood in the list when what is shown was chosen: deciding it moves it down the list, and the next
 * one is still the one that was below it.
 */
function useOrder(sections: readonly Section[], shown: Shown): readonly string[] {
  const now = useMemo(() => inReadingOrder(sections).map(({ id }) => id), [sections])
  const [kept, setKept] = useState({ shown, order: now })
  if (kept.shown !== shown || (kept.order.length === 0 && now.length > 0)) setKept({ shown, order: now })
  return shown.is === "flag" ? kept.order : now
}

/** The flag after or before the one shown; the first where none is shown. */
export function nextFlag(order: readonly string[], shown: Shown, step: 1 | -1): string | null {
  const at = shown.is === "flag" ? order.indexOf(shown.id) : -1
  return order[at < 0 ? 0 : at + step] ?? null
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest("[role='dialog'], [role='alertdialog'], [role='menu']")) return true
  const isText = target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)
  return isText || target instanceof HTMLTextAreaElement || target.isContentEditable
}
