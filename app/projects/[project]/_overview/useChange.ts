"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { useProblem } from "../../../_sync/useProblem"

/** Asks the server for a change, then shows the page as it is afterwards; `failed` says why it did not come about. */
export function useChange(done: () => void = () => {}) {
  const router = useRouter()
  const sentence = useProblem()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function change(act: () => Promise<unknown>) {
    if (busy) return
    setBusy(true)
    setFailed(null)
    try {
      await act()
      router.refresh()
      done()
    } catch (error) {
      setFailed(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, failed, change }
}
