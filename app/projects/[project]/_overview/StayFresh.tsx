"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { useRoom } from "../../../_sync/useRoom"

const PAUSE_MS = 500
const ROUND_MS = 30_000

/**
 * Reads the page's data again when something was revealed or decided (the tree of `project` changed), when the
 * reader comes back to it, and every half minute while it is looked at.
 */
export function StayFresh({ project }: { readonly project: string | null }) {
  const router = useRouter()
  const { connection } = useRoom(project && `tree/${project}`)
  const doc = connection?.doc ?? null
  const refresh = useRef(() => {})
  refresh.current = () => document.visibilityState === "visible" && router.refresh()

  useEffect(() => {
    const again = () => refresh.current()
    document.addEventListener("visibilitychange", again)
    const round = setInterval(again, ROUND_MS)
    return () => {
      document.removeEventListener("visibilitychange", again)
      clearInterval(round)
    }
  }, [])

  useEffect(() => {
    if (!doc) return
    let soon: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(soon)
      soon = setTimeout(() => refresh.current(), PAUSE_MS)
    }
    doc.on("update", changed)
    return () => {
      clearTimeout(soon)
      doc.off("update", changed)
    }
  }, [doc])
  return null
}
