"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { type Heard, hear, heardMsOf, isListenedTo } from "../../../../core/listening"
import type { Clip, ProjectId } from "../../../../core/model"
import { isKept } from "../../../_discussion/useListenAgain"
import { usePlayer } from "../../../_sound/usePlayer"
import { ask } from "../../../_sync/api"
import { newId } from "../../../_sync/newId"
import type { QueueItem } from "./queue"

export interface ClipOfItem {
  readonly clip: Clip | null
  readonly playing: boolean
  readonly failed: boolean
  readonly positionMs: number
  readonly heard: boolean
  readonly toggle: () => void
  readonly seek: (ms: number) => void
}

const MOST_STEP_MS = 1_500

/** Plays what was said, for the supervisor alone, and keeps once that they heard it. */
export function useClip(project: ProjectId, { id, source, clip, heard: before }: QueueItem): ClipOfItem {
  const player = usePlayer(clip ? `/api/sources/${source.id}/recording` : null)
  const [heard, setHeard] = useState(before)
  const [listening] = useState(newId)
  const sounded = useRef<Heard>([])
  const last = useRef<number | null>(null)
  const { playing, positionMs } = player

  useEffect(() => {
    if (!clip || heard) return
    const passed = last.current === null ? 0 : positionMs - last.current
    if (passed > 0 && passed < MOST_STEP_MS)
      sounded.current = hear(sounded.current, { startMs: positionMs - passed, endMs: positionMs })
    last.current = playing ? positionMs : null
    if (!isListenedTo(sounded.current, clip)) return
    setHeard(true)
    const heardMs = heardMsOf(sounded.current, clip)
    const body = {
      item: id,
      together: false,
      startMs: Math.round(clip.startMs),
      endMs: Math.round(clip.endMs),
      heardMs,
      idempotencyKey: listening,
    }
    ask("POST", `/api/projects/${project}/queue/listenings`, body).catch((error) => {
      if (!isKept(error)) setHeard(false)
    })
  }, [clip, heard, id, listening, project, playing, positionMs])

  const inside = clip !== null && positionMs >= clip.startMs - 1 && positionMs < clip.endMs - 100
  const { play, pause, seek } = player
  const toggle = useCallback(() => {
    if (!clip) return
    if (playing) pause()
    else play(inside ? { startMs: positionMs, endMs: clip.endMs } : clip)
  }, [clip, playing, inside, positionMs, play, pause])
  return {
    clip,
    playing,
    failed: player.failed,
    positionMs: inside ? positionMs : (clip?.startMs ?? 0),
    heard,
    toggle,
    seek,
  }
}
