"use client"

import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import {
  isMoving,
  type ListeningId,
  latest,
  type PlayHead,
  type Press,
  positionAt,
  pressed,
  sameHead,
} from "../../core/listening"
import type { Clip, MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import { newId } from "../_sync/newId"
import { followHead } from "./followHead"
import { type Awareness, type Companion, useHeads } from "./useHeads"
import type { Player } from "./usePlayer"
import { useSharedClock } from "./useSharedClock"

/** Listening again, as one person sees it: alone, or together with whoever follows the same play head. */
export interface Listening {
  /** What this device follows; null when it follows nothing. */
  readonly head: PlayHead | null
  /** Nobody is told what is heard here (B19). */
  readonly alone: boolean
  /** What the others listen to, while this device does not follow it. `refused`: this person has left it, or said no. */
  readonly offered: {
    readonly head: PlayHead
    readonly refused: boolean
    /** Who listens to it now; this person too, where they do so on another device. */
    readonly by: readonly MemberId[]
  } | null
  /** Members who follow the same head now, this one apart. */
  readonly companions: readonly MemberId[]
  /** Others who have this review open. */
  readonly othersHere: readonly MemberId[]
  /** The browser wants a press on this device before it plays; `unblock` from that press. */
  readonly blocked: boolean
  readonly silent: boolean
  start(flag: GroupId, clip: Clip, how?: { readonly alone: boolean }): void
  pause(): void
  resume(): void
  seek(ms: number): void
  skip(ms: number): void
  setRate(rate: number): void
  follow(): void
  /** Says no to what is offered. */
  decline(): void
  /** Stops following. The others go on. */
  leave(): void
  unblock(): void
  /** No sound here: the other device plays it aloud for people on one call or in one room. */
  setSilent(silent: boolean): void
  /** Whether it moves at this moment, and where it stands. */
  now(): { readonly moving: boolean; readonly positionMs: number }
}

interface Own {
  readonly head: PlayHead | null
  readonly alone: boolean
  /** What others start is followed at once: this person listens with them until they leave. */
  readonly joined: boolean
  readonly left: ListeningId | null
}

const nothing: Own = { head: null, alone: false, joined: false, left: null }

/**
 * Keeps this device's player at the shared play head of a review. Whoever presses sets the head for all who follow it;
 * each of them passes it on, so it outlives a closed window. `sounding` hears of every stretch that has sounded here.
 */
export function useListening(
  awareness: Awareness | null,
  me: MemberId,
  player: Pick<Player, "element">,
  {
    isOnline = true,
    sounding,
  }: { isOnline?: boolean; sounding?: (head: PlayHead, stretch: Clip) => void } = {},
): Listening {
  const [own, setOwn] = useState<Own>(nothing)
  const [silent, setSilent] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const { others, show } = useHeads(awareness, isOnline)
  const clock = useSharedClock(isOnline)

  const offeredHead = others.head
  useEffect(() => {
    if (!offeredHead) return
    setOwn((own) => {
      if (!own.joined || own.alone || own.left === offeredHead.listening) return own
      const head = latest(own.head ? [own.head, offeredHead] : [offeredHead])
      return sameHead(own.head, head) ? own : { ...own, head }
    })
  }, [offeredHead])

  const shared = own.alone ? null : own.head
  useEffect(() => show(shared), [show, shared])

  const told = useRef(sounding)
  told.current = sounding
  const { element } = player
  const head = own.head
  useEffect(() => {
    if (!element || !head) return
    setBlocked(false)
    return followHead(element, head, clock, {
      blocked: () => setBlocked(true),
      sounding: (stretch) => told.current?.(head, stretch),
    })
  }, [element, head, clock])

  const isFollowing = head !== null
  useEffect(() => {
    if (!element || !isFollowing) return
    return () => {
      element.pause()
      element.playbackRate = element.defaultPlaybackRate
    }
  }, [element, isFollowing])

  useEffect(() => {
    if (element) element.muted = silent && isFollowing
  }, [element, silent, isFollowing])

  const press = useCallback(
    (press: Press) =>
      setOwn((own) => (own.head ? { ...own, head: pressed(own.head, press, me, clock().now()) } : own)),
    [me, clock],
  )

  return useMemo(() => {
    const highestTurn = Math.max(0, head?.turn ?? 0, offeredHead?.turn ?? 0)
    const stands = () => (head ? positionAt(head, clock().now()) : 0)
    const refused = offeredHead !== null && own.left === offeredHead.listening
    const isOffered = offeredHead !== null && offeredHead.listening !== head?.listening
    const here = others.companions.filter((other) => other.member !== me)
    return {
      head,
      alone: own.alone,
      offered: isOffered
        ? { head: offeredHead, refused, by: membersOf(followers(others.companions, offeredHead)) }
        : null,
      companions: head && !own.alone ? membersOf(followers(here, head)) : [],
      othersHere: membersOf(here),
      blocked,
      silent,
      start(flag, clip, { alone } = { alone: false }) {
        const { startMs } = clip
        const set = { positionMs: startMs, atMs: clock().now(), turn: highestTurn + 1, by: me }
        const begun = { listening: newId(), flag, clip, playing: true, rate: head?.rate ?? 1, ...set }
        const left = alone ? (head?.listening ?? own.left) : own.left
        setOwn({ head: begun, alone, joined: !alone, left })
      },
      pause: () => press({ playing: false }),
      resume: () => press({ playing: true }),
      seek: (positionMs) => press({ positionMs }),
      skip: (ms) => press({ positionMs: stands() + ms }),
      setRate: (rate) => press({ rate }),
      follow: () => offeredHead && setOwn({ head: offeredHead, alone: false, joined: true, left: null }),
      decline: () => offeredHead && setOwn((own) => ({ ...own, left: offeredHead.listening })),
      leave: () =>
        setOwn((own) => ({ ...nothing, left: own.alone ? own.left : (own.head?.listening ?? own.left) })),
      unblock: () =>
        void element?.play().then(
          () => setBlocked(false),
          () => {},
        ),
      setSilent,
      now: () => ({ moving: head !== null && isMoving(head, clock().now()), positionMs: stands() }),
    }
  }, [head, own.alone, own.left, offeredHead, others.companions, me, blocked, silent, element, clock, press])
}

function followers(companions: readonly Companion[], head: PlayHead): Companion[] {
  return companions.filter(({ following }) => following === head.listening)
}

function membersOf(companions: readonly { readonly member: MemberId }[]): MemberId[] {
  return [...new Set(companions.map(({ member }) => member))]
}
