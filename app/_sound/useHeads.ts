"use client"

import { useCallback, useEffect, useState } from "react"
import type { WebsocketProvider } from "y-websocket"
import { type ListeningId, latest, type PlayHead, readPlayHead, sameHead } from "../../core/listening"
import type { MemberId } from "../../core/model"

export type Awareness = WebsocketProvider["awareness"]

export interface Companion {
  readonly member: MemberId
  /** Which listening they follow now. */
  readonly following: ListeningId | null
}

interface Others {
  readonly head: PlayHead | null
  readonly companions: readonly Companion[]
}

const nobody: Others = { head: null, companions: [] }

/** What the others in a review's room show of themselves, and how to show what one follows oneself. */
export function useHeads(awareness: Awareness | null, isOnline: boolean) {
  const [others, setOthers] = useState<Others>(nobody)

  useEffect(() => {
    if (!awareness) return
    const read = () => {
      const states = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
      const head = latest(states.flatMap(([, state]) => readPlayHead(state.listening) ?? []))
      const companions = states.flatMap(([, state]) => readCompanion(state) ?? [])
      setOthers((before) => ({ head: sameHead(before.head, head) ? before.head : head, companions }))
    }
    awareness.on("change", read)
    read()
    return () => {
      awareness.off("change", read)
      setOthers(nobody)
    }
  }, [awareness])

  const show = useCallback(
    (head: PlayHead | null) =>
      awareness?.setLocalState({ listening: head, here: { following: head?.listening ?? null } }),
    [awareness],
  )

  // Said anew on a new line: the others have forgotten this device, and believe only what they have not heard yet.
  useEffect(() => {
    if (awareness && isOnline) awareness.setLocalState(awareness.getLocalState() ?? {})
  }, [awareness, isOnline])

  return { others, show }
}

function readCompanion(state: Record<string, unknown>): Companion | null {
  const following = (state.here as { following?: unknown } | undefined)?.following
  if (typeof state.member !== "string") return null
  return { member: state.member, following: typeof following === "string" ? following : null }
}
