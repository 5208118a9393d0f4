"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { useProblem } from "./useProblem"

/** What an act answers that leaves this page: until it is gone nothing more is asked from it. */
export const leaving = Symbol("leaving")

interface Hears {
  /** It has come about. */
  readonly done?: () => void
  /** Words of its own for what went wrong; null leaves it to the usual sentence. */
  readonly wordsFor?: (error: unknown) => string | null
}

/**
 * Asks the server for a change, one at a time, then shows the page as it is afterwards; `failed` says why it did not
 * come about.
 */
export function useChange({ done, wordsFor }: Hears = {}) {
  const router = useRouter()
  const sentence = useProblem()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function change(act: () => Promise<unknown>) {
    if (busy) return
    setBusy(true)
    setFailed(null)
    try {
      if ((await act()) === leaving) return
      router.refresh()
      done?.()
    } catch (error) {
      setFailed(wordsFor?.(error) ?? sentence(error))
    }
    setBusy(false)
  }
  return { busy, failed, change }
}
