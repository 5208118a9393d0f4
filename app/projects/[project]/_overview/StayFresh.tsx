"use client"

import { useEffect } from "react"
import { useRefresh } from "../../../_sync/useRefresh"
import { useRoom } from "../../../_sync/useRoom"

const PAUSE_MS = 500
const ROUND_MS = 30_000

/**
 * Reads the page's data again when something was revealed or decided (the tree of `project` changed), when the
 * reader comes back to it, and every half minute while it is looked at.
 */
export function StayFresh({ project }: { readonly project: string | null }) {
  const { connection } = useRoom(project && `tree/${project}`)
  const doc = connection?.doc ?? null
  const again = useRefresh()

  useEffect(() => {
    document.addEventListener("visibilitychange", again)
    const round = setInterval(again, ROUND_MS)
    return () => {
      document.removeEventListener("visibilitychange", again)
      clearInterval(round)
    }
  }, [again])

  useEffect(() => {
    if (!doc) return
    let soon: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(soon)
      soon = setTimeout(again, PAUSE_MS)
    }
    doc.on("update", changed)
    return () => {
      clearTimeout(soon)
      doc.off("update", changed)
    }
  }, [doc, again])
  return null
}
