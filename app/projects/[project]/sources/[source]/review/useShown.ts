"use client"

import { useCallback, useRef, useState } from "react"
import { type Narrowed, wordsOfNarrowed } from "../../../../../_discussion/narrowed"

/** What the middle of the screen shows. */
export type Shown =
  | { readonly is: "flag"; readonly id: string }
  | { readonly is: "agreements" }
  | { readonly is: "readings" }
  /** A place in the transcript that a link led to. */
  | { readonly is: "place"; readonly at: number }
  | { readonly is: "list" }

export interface AskedShown {
  readonly flag: string | null
  readonly at: number | null
  readonly narrowed: Narrowed | null
}

/**
 * Keeps what is shown, and what the list is narrowed to, also in the address, so that it can be sent to the other coder
 * and survives a reload.
 */
export function useShown(asked: AskedShown) {
  const [shown, setShown] = useState<Shown>(() =>
    asked.flag !== null
      ? { is: "flag", id: asked.flag }
      : asked.at !== null
        ? { is: "place", at: asked.at }
        : { is: "list" },
  )
  const [narrowed, setNarrowed] = useState(asked.narrowed)
  const latest = useRef({ shown, narrowed })
  const address = useCallback((next: Partial<{ shown: Shown; narrowed: Narrowed | null }>) => {
    latest.current = { ...latest.current, ...next }
    const { shown, narrowed } = latest.current
    const to = new URL(location.href)
    to.search = new URLSearchParams({
      ...(shown.is === "flag" ? { flag: shown.id } : {}),
      ...(narrowed && wordsOfNarrowed(narrowed)),
    }).toString()
    history.replaceState(null, "", to)
  }, [])
  const show = useCallback(
    (next: Shown) => {
      setShown(next)
      address({ shown: next })
    },
    [address],
  )
  const widen = useCallback(() => {
    setNarrowed(null)
    address({ narrowed: null })
  }, [address])
  return { shown, show, narrowed, widen }
}
