"use client"

import { useCallback, useEffect, useMemo, useState } from "react"
import { clipFor } from "../../../../core/clip"
import type { Clip, PlacedTurn, Span } from "../../../../core/model"
import { usePlayer } from "../../../_sound/usePlayer"
import { ask } from "../../../_sync/api"

interface Sound {
  readonly turns: readonly PlacedTurn[]
  readonly recording: { readonly durationMs: number | null } | null
}

/** The clips of the quotes on the panel, and the one player that plays them. */
export function useSounds(sources: readonly string[]) {
  const sounds = useLoaded(sources)
  const [asked, setAsked] = useState<{ source: string; clip: Clip } | null>(null)
  const player = usePlayer(asked && `/api/sources/${asked.source}/recording`)
  const { element, play, pause, playing } = player

  useEffect(() => {
    if (asked && element) play(asked.clip)
  }, [asked, element, play])

  /** Null where nothing can be heard, or as long as that is not known. */
  const clipOf = useCallback(
    (source: string, text: Span): Clip | null => {
      const sound = sounds[source]
      if (!sound?.recording) return null
      return clipFor(text, sound.turns, { durationMs: sound.recording.durationMs ?? undefined })
    },
    [sounds],
  )
  /** Plays a clip; the one that is playing stops. */
  const toggle = useCallback(
    (source: string, clip: Clip) => {
      if (playing && asked && same(asked, { source, clip })) pause()
      else setAsked({ source, clip })
    },
    [asked, playing, pause],
  )
  const isPlaying = useCallback(
    (source: string, clip: Clip) => playing && asked !== null && same(asked, { source, clip }),
    [asked, playing],
  )
  return useMemo(() => ({ clipOf, toggle, isPlaying }), [clipOf, toggle, isPlaying])
}

export type Sounds = ReturnType<typeof useSounds>

function same(one: { source: string; clip: Clip }, other: { source: string; clip: Clip }): boolean {
  return (
    one.source === other.source &&
    one.clip.startMs === other.clip.startMs &&
    one.clip.endMs === other.clip.endMs
  )
}

/** Where turns stand in their recordings, asked for once a source. */
function useLoaded(sources: readonly string[]): Readonly<Record<string, Sound | undefined>> {
  const [loaded, setLoaded] = useState<Readonly<Record<string, Sound>>>({})
  const missing = sources.filter((source) => !loaded[source]).join(" ")
  useEffect(() => {
    let gone = false
    for (const source of missing === "" ? [] : missing.split(" ")) {
      Promise.all([
        ask<{ turns: PlacedTurn[] }>("GET", `/api/sources/${source}/transcript`),
        ask<{ recording: Sound["recording"] }>("GET", `/api/sources/${source}`),
      ]).then(
        ([{ turns }, { recording }]) =>
          gone || setLoaded((now) => ({ ...now, [source]: { turns, recording } })),
        () => {}, // Without it there is the jump to the text, where the sound is.
      )
    }
    return () => {
      gone = true
    }
  }, [missing])
  return loaded
}
