"use client"

import { useCallback, useState } from "react"

/** What the middle of the screen shows. */
export type Shown =
  | { readonly is: "flag"; readonly id: string }
  | { readonly is: "agreements" }
  | { readonly is: "readings" }
  /** A place in the transcript that a link led to. */
  | { readonly is: "place"; readonly at: number }
  | { readonly is: "list" }

/** Keeps what is shown, also in the address, so that it can be sent to the other coder and survives a reload. */
export function useShown(asked: { readonly flag: string | null; readonly at: number | null }) {
  const [shown, setShown] = useState<Shown>(() =>
    asked.flag !== null
      ? { is: "flag", id: asked.flag }
      : asked.at !== null
        ? { is: "place", at: asked.at }
        : { is: "list" },
  )
  const show = useCallback((next: Shown) => {
    setShown(next)
    const address = new URL(location.href)
    address.search = next.is === "flag" ? new URLSearchParams({ flag: next.id }).toString() : ""
    history.replaceState(null, "", address)
  }, [])
  return { shown, show }
}
