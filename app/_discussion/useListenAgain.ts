"use client"

import { useCallback, useEffect, useRef } from "react"
import {
  type Heard,
  hear,
  heardMsOf,
  isListenedTo,
  type ListeningId,
  type PlayHead,
} from "../../core/listening"
import type { Clip, MemberId } from "../../core/model"
import type { ReviewView } from "../../core/view"
import { type Listening, useListening } from "../_sound/useListening"
import type { Player } from "../_sound/usePlayer"
import { about, ask, Problem } from "../_sync/api"
import type { Projected } from "../_sync/projections"

interface Evidence {
  readonly head: PlayHead
  readonly heard: Heard
  /** The part of it that somebody else followed too. */
  readonly shared: Heard
}

export interface ListenAgain extends Listening {
  /** Keeps what has been heard by now, before something is decided that asks for it. */
  readonly keep: () => Promise<void>
}

/**
 * Listening again to a disagreement's clip, alone or together; keeps once for each listening that this person has
 * heard it, when it ends, pauses or is left.
 */
export function useListenAgain({
  review,
  me,
  player,
}: {
  readonly review: Pick<Projected<ReviewView>, "awareness" | "state">
  readonly me: MemberId
  readonly player: Pick<Player, "element" | "playing">
}): ListenAgain {
  const evidence = useRef<Evidence | null>(null)
  const kept = useRef(new Set<ListeningId>())
  const companions = useRef<readonly MemberId[]>([])

  const keep = useCallback(async () => {
    const { head, heard, shared } = evidence.current ?? {}
    if (!head || !heard || kept.current.has(head.listening) || !isListenedTo(heard, head.clip)) return
    kept.current.add(head.listening)
    const { startMs, endMs } = head.clip
    const heardMs = heardMsOf(heard, head.clip)
    const together = heardMsOf(shared ?? [], head.clip) * 2 >= heardMs
    const body = {
      together,
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
      heardMs,
      idempotencyKey: head.listening,
    }
    try {
      await ask("POST", about(head.flag, "listenings"), body)
    } catch (error) {
      if (isKept(error)) return
      // Not kept: it is tried again at the next pause, and the server asks where it matters.
      kept.current.delete(head.listening)
    }
  }, [])

  const sounding = useCallback(
    (head: PlayHead, stretch: Clip) => {
      const before = evidence.current?.head.listening === head.listening ? evidence.current : null
      if (!before) void keep()
      const together = companions.current.length > 0
      evidence.current = {
        head,
        heard: hear(before?.heard ?? [], stretch),
        shared: together ? hear(before?.shared ?? [], stretch) : (before?.shared ?? []),
      }
    },
    [keep],
  )

  const listening = useListening(review.awareness, me, player, {
    isOnline: review.state === "synced",
    sounding,
  })
  companions.current = listening.companions

  const listened = listening.head?.listening ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever the sound stops or changes
  useEffect(() => {
    if (!player.playing) void keep()
  }, [player.playing, listened, keep])

  return { ...listening, keep }
}

/** Whether a listening is kept with what had been heard of it by then; what was answered to that had not come. */
export function isKept(error: unknown): boolean {
  return error instanceof Problem && error.code === "key-reused"
}
