"use client"

import { useEffect, useState } from "react"
import { type Microphone, microphonesHere } from "./microphone"

export interface Microphones {
  readonly all: readonly Microphone[]
  /** Null: the one that the browser takes. */
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
}

/** The microphones of this device as they come and go; looked for again when one is in use, since only then they have names. */
export function useMicrophones(isInUse: boolean): Microphones {
  const [all, setAll] = useState<readonly Microphone[]>([])
  const [asked, choose] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: their names are known once one is in use
  useEffect(() => {
    let isLeft = false
    const look = () => void microphonesHere().then((found) => isLeft || setAll(found))
    look()
    navigator.mediaDevices?.addEventListener("devicechange", look)
    return () => {
      isLeft = true
      navigator.mediaDevices?.removeEventListener("devicechange", look)
    }
  }, [isInUse])
  // One that was pulled out is not waited for.
  const chosen = all.some(({ id }) => id === asked) ? asked : null
  return { all, chosen, choose }
}
