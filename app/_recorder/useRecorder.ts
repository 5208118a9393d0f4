"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { newId } from "../_sync/newId"
import { useStayWarning } from "../_ui/useStayWarning"
import { isAtWork, minutesLeft } from "./atWork"
import { beginRecording, type Going, type NotBegun } from "./begin"
import { discardSound, type NotTaken, type Taken, takeSound } from "./giving"
import { openShelf } from "./openShelf"
import type { Recording } from "./recorder"
import type { KeptSound, Part, SoundShelf } from "./shelf"
import { type Microphones, useMicrophones } from "./useMicrophones"

export type NotGoing = Exclude<NotBegun, "left"> | NotTaken | "ended"

export type Now =
  | { readonly is: "idle"; readonly why: NotGoing | null }
  | { readonly is: "asking" }
  | {
      readonly is: "on"
      readonly recording: Recording
      readonly isPaused: boolean
      /** The device did not take what came last. */
      readonly isHeld: boolean
    }

export interface Recorder {
  readonly now: Now
  /** What has been recorded for this project and no source has, the newest first. */
  readonly kept: readonly KeptSound[]
  readonly shelf: SoundShelf | null
  /** How much more the device has room for; null where it does not say. */
  readonly minutes: number | null
  readonly microphones: Microphones
  /** Begins, or records more behind what there is of one. */
  readonly start: (behind?: KeptSound) => Promise<void>
  readonly pause: () => void
  readonly goOn: () => void
  readonly stop: () => Promise<void>
  /** All of one as a file; null where it is not to be had now, which `now` says. */
  readonly take: (kept: KeptSound) => Promise<Taken | null>
  /** Throws one away, if it is what is shown; else `now` says why not. */
  readonly discard: (kept: KeptSound) => Promise<void>
  /** For when a source has this part of one. */
  readonly forget: (id: string, part: Part) => Promise<void>
}

const LOOK_MS = 20_000

/** Records for a project in this browser, and knows what was recorded before. Leaving the page stops it, and keeps it. */
export function useRecorder(project: string, source: string | null): Recorder {
  const device = useDevice()
  const [shelf, setShelf] = useState<SoundShelf | null>(null)
  const [now, setNow] = useState<Now>({ is: "idle", why: null })
  const [kept, setKept] = useState<readonly KeptSound[]>([])
  const [minutes, setMinutes] = useState<number | null>(null)
  const running = useRef<Going | null>(null)
  const open = useRef<SoundShelf | null>(null)
  const member = device?.member
  const microphones = useMicrophones(member, now.is === "on")
  useStayWarning(now.is === "on")

  useEffect(() => {
    if (member === undefined) return
    let isLeft = false
    void openShelf(member).then((shelf) => {
      if (isLeft) return shelf.close()
      open.current = shelf
      setShelf(shelf)
    })
    return () => {
      isLeft = true
      const [last, opened] = [running.current, open.current]
      running.current = null
      open.current = null
      // No other tab has it before all of it is there.
      void Promise.resolve(last?.recording.stop()).finally(() => {
        last?.end()
        opened?.close()
      })
    }
  }, [member])

  const look = useCallback(async () => {
    if (!shelf) return
    const all = (await shelf.all()).filter((each) => each.project === project)
    const atWork = await Promise.all(all.map(({ id }) => isAtWork(id)))
    setKept(all.filter((_, place) => !atWork[place]))
    setMinutes(await minutesLeft())
  }, [shelf, project])
  useEffect(() => {
    // Who cannot look now is told so where they record.
    look().catch(() => {})
    // Another tab may have been at them.
    const again = () => void (document.hidden || look().catch(() => {}))
    document.addEventListener("visibilitychange", again)
    return () => document.removeEventListener("visibilitychange", again)
  }, [look])
  useEffect(() => {
    if (now.is !== "on") return
    const timer = setInterval(() => void minutesLeft().then(setMinutes), LOOK_MS)
    return () => clearInterval(timer)
  }, [now.is])

  async function finish(why: NotGoing | null) {
    running.current?.end()
    running.current = null
    setNow({ is: "idle", why })
    await look().catch(() => {})
  }

  async function start(behind?: KeptSound) {
    if (!shelf || now.is !== "idle") return
    setNow({ is: "asking" })
    const id = behind?.id ?? newId()
    const begun = await beginRecording({
      shelf,
      id,
      fresh: behind ? null : { id, project, source, startedAt: Date.now(), durationMs: 0 },
      isLeft: () => open.current !== shelf,
      microphone: microphones.chosen,
      told: {
        kept: (where) =>
          setNow((before) => (before.is === "on" ? { ...before, isHeld: where === "held" } : before)),
        ended: () => void finish("ended"),
      },
    })
    if (begun === "left") return setNow({ is: "idle", why: null })
    if (typeof begun === "string") return finish(begun)
    running.current = begun
    void navigator.storage?.persist?.().catch(() => false)
    setKept((before) => before.filter((each) => each.id !== id))
    setNow({ is: "on", recording: begun.recording, isPaused: false, isHeld: false })
  }

  const say = (why: NotGoing | null) =>
    setNow((before) => (before.is === "idle" ? { is: "idle", why } : before))
  const setPaused = (isPaused: boolean) =>
    setNow((before) => (before.is === "on" ? { ...before, isPaused } : before))
  return {
    now,
    kept,
    shelf,
    minutes,
    microphones,
    start,
    pause() {
      running.current?.recording.pause()
      setPaused(true)
    },
    goOn() {
      running.current?.recording.goOn()
      setPaused(false)
    },
    async stop() {
      const { recording } = running.current ?? {}
      if (!recording) return
      await recording.stop()
      await finish(null)
    },
    async take(kept) {
      if (!shelf) return null
      const taken = await takeSound(shelf, kept.id)
      say(typeof taken === "string" ? taken : null)
      if (typeof taken !== "string") return taken
      await look()
      return null
    },
    async discard(kept) {
      if (!shelf) return
      say(await discardSound(shelf, kept))
      await look()
    },
    async forget(id, part) {
      await shelf?.remove(id, part)
      await look()
    },
  }
}
