"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { useDevice } from "../_device/DeviceOf"
import { newId } from "../_sync/newId"
import { useStayWarning } from "../_ui/useStayWarning"
import { isAtWork, minutesLeft, stayAwake, workOn } from "./atWork"
import { type NoSound, openMicrophone } from "./microphone"
import { openShelf } from "./openShelf"
import { type Recording, record } from "./recorder"
import type { KeptSound, SoundShelf } from "./shelf"

export type NotGoing = NoSound | "no-room" | "ended"

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
  /** Begins, or records more behind what there is of one. */
  readonly start: (behind?: KeptSound) => Promise<void>
  readonly pause: () => void
  readonly goOn: () => void
  readonly stop: () => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

const LOOK_MS = 20_000

/** Records for a project in this browser, and knows what was recorded before. Leaving the page stops it, and keeps it. */
export function useRecorder(project: string, source: string | null): Recorder {
  const device = useDevice()
  const [shelf, setShelf] = useState<SoundShelf | null>(null)
  const [now, setNow] = useState<Now>({ is: "idle", why: null })
  const [kept, setKept] = useState<readonly KeptSound[]>([])
  const [minutes, setMinutes] = useState<number | null>(null)
  const running = useRef<{ readonly recording: Recording; readonly end: () => void } | null>(null)
  useStayWarning(now.is === "on")

  const member = device?.member
  useEffect(() => {
    if (member === undefined) return
    let opened: SoundShelf | null = null
    let isLeft = false
    void openShelf(member).then((shelf) => {
      opened = shelf
      if (isLeft) shelf.close()
      else setShelf(shelf)
    })
    return () => {
      isLeft = true
      const last = running.current?.recording.stop() ?? Promise.resolve()
      running.current?.end()
      running.current = null
      void last.finally(() => opened?.close())
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
    await look()
  }

  async function start(behind?: KeptSound) {
    if (!shelf || now.is !== "idle") return
    setNow({ is: "asking" })
    const stream = await openMicrophone()
    if (typeof stream === "string") return setNow({ is: "idle", why: stream })
    const id = behind?.id ?? newId()
    const ends = [workOn(id), stayAwake()]
    const end = () => {
      for (const each of ends) each()
    }
    try {
      void navigator.storage?.persist?.().catch(() => false)
      const begun = behind ?? { id, project, source, startedAt: Date.now(), durationMs: 0 }
      const recording = await record(stream, shelf, begun, {
        kept: (where) =>
          setNow((before) => (before.is === "on" ? { ...before, isHeld: where === "held" } : before)),
        ended: () => void finish("ended"),
      })
      running.current = { recording, end }
      setKept((before) => before.filter((each) => each.id !== id))
      setNow({ is: "on", recording, isPaused: false, isHeld: false })
    } catch {
      for (const track of stream.getTracks()) track.stop()
      end()
      setNow({ is: "idle", why: "no-room" })
    }
  }

  const setPaused = (isPaused: boolean) =>
    setNow((before) => (before.is === "on" ? { ...before, isPaused } : before))
  return {
    now,
    kept,
    shelf,
    minutes,
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
    async remove(id) {
      await shelf?.remove(id)
      await look()
    },
  }
}
