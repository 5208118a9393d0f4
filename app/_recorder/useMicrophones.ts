"use client"

import { useEffect, useState } from "react"
import { type Microphone, microphonesHere } from "./microphone"
import { foundAmong, keepUsualMicrophone, usualMicrophone } from "./usualMicrophone"

export interface Microphones {
  readonly all: readonly Microphone[]
  /** Null: the one that the browser takes. */
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
}

/**
 * The microphones of this device as they come and go, and the one that was chosen, now or when one was last here; looked
 * for again when one is in use, since only then they have names.
 */
export function useMicrophones(member: string | undefined, isInUse: boolean): Microphones {
  const [all, setAll] = useState<readonly Microphone[]>([])
  const [asked, setAsked] = useState<Microphone | null>(null)
  useEffect(() => {
    if (member !== undefined) setAsked(usualMicrophone(member))
  }, [member])
  const choose = (id: string | null) => {
    const asked = all.find((each) => each.id === id) ?? null
    setAsked(asked)
    if (member !== undefined) keepUsualMicrophone(member, asked)
  }
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
  const chosen = foundAmong(all, asked)?.id ?? null
  return { all, chosen, choose }
}
