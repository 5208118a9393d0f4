"use client"

import { useEffect, useMemo, useRef, useState } from "react"
import type { Alignment } from "../../../../../../core/fieldNotes"
import type { ProjectRole } from "../../../../../../core/model"
import { ask } from "../../../../../_sync/api"
import type { RoomState } from "../../../../../_sync/connect"
import type { LiveAbout } from "./keptLive"

interface Answer {
  readonly role: ProjectRole
  readonly source: { readonly notesClosed: boolean }
  readonly recording: { readonly durationMs: number | null } | null
}

/**
 * What one may do and what there is to hear, asked anew whenever the room was left and is there again (when notes are
 * closed or opened everybody leaves it), and when the notes were laid on a recording, which somebody may just have given.
 * The page is not loaded again, which would end a recording.
 */
export function useStanding(about: LiveAbout, state: RoomState, alignment: Alignment | null): LiveAbout {
  const [anew, setAnew] = useState<Answer | null>(null)
  const wasHere = useRef(false)
  const { source } = about
  const laidBy = alignment?.by ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: how they are laid is not read, only that it changed.
  useEffect(() => {
    if (state !== "synced") return
    if (wasHere.current) ask<Answer>("GET", `/api/sources/${source}`).then(setAnew, () => {})
    wasHere.current = true
  }, [state, source, laidBy])
  return useMemo(() => {
    // A page that this device kept before there was such a thing says nothing of it.
    if (!anew) return { ...about, writes: about.writes !== false, closing: about.closing ?? null }
    const { notesClosed: isClosed } = anew.source
    const writes = anew.role !== "observer" || !isClosed
    return {
      ...about,
      writes,
      recording: about.recording ?? anew.recording,
      records: writes && (about.records || anew.role === "observer"),
      closing: about.closing && { isClosed },
    }
  }, [about, anew])
}
