"use client"

import { useEffect, useMemo, useRef } from "react"
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

/** The sections of the list, and the keys: J and K walk through them, L listens again together. */
export function useReviewKeys({ discussing, shown, show, listening }: Keys): readonly Section[] {
  const sections = useMemo(() => {
    if (!discussing) return []
    const { me, isCoder, meta, view } = discussing
    const { discussBoundaries } = meta
    return sectionsOf(Object.values(view.flags), { me, isCoder, discussBoundaries })
  }, [discussing])

  const latest = useRef({ discussing, sections, shown, show, listening })
  latest.current = { discussing, sections, shown, show, listening }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const { sections, shown, show, listening, discussing } = latest.current
      const key = event.key.toLowerCase()
      if (key === "j" || key === "k") {
        const next = nextFlag(sections, shown, key === "j" ? 1 : -1)
        if (next) show({ is: "flag", id: next })
      } else if (key === "l") {
        const flag = shown.is === "flag" ? discussing?.view.flags[shown.id] : null
        if (listening.head && listening.head.flag === flag?.id && !listening.alone) {
          if (listening.now().moving) listening.pause()
          else listening.resume()
        } else if (flag?.clip) listening.start(flag.id, flag.clip)
      } else if (key === "p") {
        document.querySelector<HTMLElement>(".reply input, .reply textarea")?.focus()
      } else return
      event.preventDefault()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return sections
}

/** The flag after or before the one shown, in the order of the list; the first where none is shown. */
export function nextFlag(sections: readonly Section[], shown: Shown, step: 1 | -1): string | null {
  const flags = inReadingOrder(sections)
  const at = shown.is === "flag" ? flags.findIndex((flag) => flag.id === shown.id) : -1
  const next = at < 0 ? flags[0] : flags[at + step]
  return next?.id ?? null
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest("[role='dialog'], [role='alertdialog'], [role='menu']")) return true
  const isText = target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)
  return isText || target instanceof HTMLTextAreaElement || target.isContentEditable
}
