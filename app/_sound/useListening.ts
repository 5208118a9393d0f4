"use client"

import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { WebsocketProvider } from "y-websocket"
import {
  correctionFor,
  isMoving,
  latest,
  type PlayHead,
  positionAt,
  readPlayHead,
} from "../../core/listening"
import type { Clip, MemberId } from "../../core/model"
import { readSharedClock, type SharedClock } from "./clock"
import type { Player } from "./usePlayer"

/** Listening again together, as one of the two sees it. */
export interface Listening {
  /** The play head that holds; null when nothing is being listened to. */
  readonly head: PlayHead | null
  /** Whether this device plays what the head says. */
  readonly following: boolean
  /** The others who follow it now. */
  readonly companions: readonly MemberId[]
  /** Whether another of the two has this review open. */
  readonly othersHere: readonly MemberId[]
  readonly silent: boolean
  start(flag: string, clip: Clip): void
  pause(): void
  resume(): void
  seek(ms: number): void
  setRate(rate: number): void
  follow(): void
  leave(): void
  /** Ends it for oneself; for both when nobody else follows. */
  close(): void
  /** No sound here: the other device plays it aloud for people on one call or in one room. */
  setSilent(silent: boolean): void
  /** Milliseconds heard on this device since `start` or `follow`. */
  heardMs(): number
}

type Awareness = WebsocketProvider["awareness"]
const STEP_MS = 100
const FAR = 0

/**
 * Keeps this device's player at the shared play head of a review. Whoever presses a key sets the head for both; the
 * other follows unless they have left. Works alone just the same.
 */
export function useListening(awareness: Awareness | null, me: MemberId, player: Player): Listening {
  const clock = useRef<SharedClock | null>(null)
  const heard = useRef({ flag: "", ms: 0, last: 0 })
  const [heads, setHeads] = useState<readonly PlayHead[]>([])
  const [others, setOthers] = useState<readonly { member: MemberId; following: number }[]>([])
  const [left, setLeft] = useState(FAR)
  const [silent, setSilent] = useState(false)
  const head = useMemo(() => latest(heads), [heads])
  const following = head !== null && head.turn > left

  const say = useCallback(
    (field: string, value: unknown) => awareness?.setLocalStateField(field, value),
    [awareness],
  )

  useEffect(() => {
    if (!awareness) return
    const read = () => {
      const states = [...awareness.getStates()]
      setHeads(states.flatMap(([, state]) => readPlayHead(state.listening) ?? []))
      setOthers(
        states
          .filter(([client, state]) => client !== awareness.clientID && state.member && state.member !== me)
          .map(([, state]) => ({
            member: String(state.member),
            following: Number(state.here?.following ?? FAR),
          })),
      )
    }
    awareness.on("change", read)
    say("here", { following: FAR })
    read()
    return () => awareness.off("change", read)
  }, [awareness, me, say])

  useEffect(() => {
    say("here", { following: following ? (head?.turn ?? FAR) : FAR })
  }, [say, following, head])

  const set = useCallback(
    async (fields: Pick<PlayHead, "flag" | "clip" | "playing" | "rate" | "positionMs">) => {
      clock.current ??= await readSharedClock()
      const turn = (head?.turn ?? 0) + 1
      const next: PlayHead = { ...fields, atMs: clock.current.now(), turn, by: me }
      setLeft((before) => Math.min(before, turn - 1))
      say("listening", next)
    },
    [head, me, say],
  )

  // A device that follows needs the shared clock too.
  useEffect(() => {
    if (head && !clock.current) {
      void readSharedClock().then((read) => {
        clock.current = read
      })
    }
  }, [head])

  const element = player.element
  useEffect(() => {
    if (!element) return
    element.muted = silent
  }, [element, silent])

  useEffect(() => {
    if (!element || !head || !following) return
    if (heard.current.flag !== head.flag) heard.current = { flag: head.flag, ms: 0, last: performance.now() }
    const step = () => {
      const shared = clock.current
      if (!shared) return
      const now = shared.now()
      const target = positionAt(head, now)
      const here = element.currentTime * 1000
      const passed = performance.now() - heard.current.last
      heard.current.last = performance.now()
      if (!isMoving(head, now)) {
        if (!element.paused) element.pause()
        if (Math.abs(here - target) > 250) element.currentTime = target / 1000
        return
      }
      if (element.paused) {
        element.currentTime = target / 1000
        void element.play().catch(() => {})
        return
      }
      heard.current.ms += passed
      const correction = correctionFor(here, target, head.rate)
      if (correction.kind === "jump") element.currentTime = correction.toMs / 1000
      element.playbackRate = correction.kind === "drift" ? correction.rate : head.rate
    }
    step()
    const timer = setInterval(step, STEP_MS)
    return () => {
      clearInterval(timer)
      element.pause()
      element.playbackRate = element.defaultPlaybackRate
    }
  }, [element, head, following])

  return useMemo(() => {
    const now = () =>
      head && clock.current ? positionAt(head, clock.current.now()) : (head?.positionMs ?? 0)
    const change = (fields: Partial<PlayHead>) => {
      if (head) void set({ ...head, positionMs: now(), ...fields })
    }
    return {
      head,
      following,
      companions: others
        .filter((other) => head && other.following === head.turn)
        .map((other) => other.member),
      othersHere: [...new Set(others.map((other) => other.member))],
      silent,
      start: (flag, clip) =>
        void set({ flag, clip, playing: true, rate: head?.rate ?? 1, positionMs: clip.startMs }),
      pause: () => change({ playing: false }),
      resume() {
        if (head)
          change({ playing: true, ...(now() >= head.clip.endMs ? { positionMs: head.clip.startMs } : {}) })
      },
      seek: (ms) =>
        head && change({ positionMs: Math.min(head.clip.endMs, Math.max(head.clip.startMs, ms)) }),
      setRate: (rate) => change({ rate }),
      follow: () => setLeft(FAR),
      leave: () => setLeft(head?.turn ?? FAR),
      close() {
        setLeft(head?.turn ?? FAR)
        say("listening", null)
      },
      setSilent,
      heardMs: () => Math.round(heard.current.ms),
    }
  }, [head, following, others, silent, set, say])
}
