"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo } from "react"
import type { PassageId, PlacedTurn } from "../../../../../../core/model"
import { PlayerStrip, SKIP_MS } from "../../../../../_sound/PlayerStrip"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useWaveform } from "../../../../../_sound/useWaveform"
import type { DeskSource } from "./deskSource"
import type { ShownState } from "./passageStates"

/** What the desk may ask of the player without being rendered again each time the play head moves. */
export interface PlayerHandle {
  playFrom(ms: number): void
  toggle(): void
  skip(direction: 1 | -1): void
}

interface Props {
  readonly seen: DeskSource
  readonly turns: readonly PlacedTurn[]
  readonly states: ReadonlyMap<PassageId, ShownState>
  readonly handle: Ref<PlayerHandle>
  readonly children: ReactNode
}

/** The recording over the desk; without one, only how far both are. Marks the turn that is heard. */
export function DeskPlayer({ seen, turns, states, handle, children }: Props) {
  const t = useTranslations("desk.player")
  const { recording, source } = seen
  const player = usePlayer(recording ? `/api/sources/${source.id}/recording` : null)
  const waveform = useWaveform(recording ? source.id : null)
  const ticks = useMemo(
    () => [...new Set(turns.flatMap(({ startMs }) => (startMs === null ? [] : [startMs])))],
    [turns],
  )
  const { element, toggle, seek, skip, positionMs, playing } = player
  useImperativeHandle(
    handle,
    () => ({
      playFrom(ms) {
        seek(ms)
        void element?.play().catch(() => {})
      },
      toggle,
      skip: (direction) => void skip(direction * SKIP_MS),
    }),
    [element, seek, skip, toggle],
  )
  useMarkedTurn(playing || positionMs > 0 ? turnHeard(turns, positionMs) : null)

  const segments = useMemo(
    () =>
      seen.passages.flatMap(({ id, startMs }) =>
        startMs === null ? [] : [{ id, startMs, done: (states.get(id)?.state ?? "open") !== "open" }],
      ),
    [seen.passages, states],
  )
  if (!recording) {
    return (
      <div className="player">
        <span className="small q grow">{t("none")}</span>
        {children}
      </div>
    )
  }
  return (
    <PlayerStrip {...{ player, segments, waveform, ticks }} durationMs={recording.durationMs}>
      {children}
    </PlayerStrip>
  )
}

/** The last turn that has begun; null where none has a time. */
function turnHeard(turns: readonly PlacedTurn[], ms: number): number | null {
  const heard = turns.findLast((turn) => turn.startMs !== null && turn.startMs <= ms + 50)
  return heard ? heard.index : null
}

/** Marks a turn in the document itself: turns are not rendered again while one listens. */
function useMarkedTurn(index: number | null): void {
  useEffect(() => {
    if (index === null) return
    const turn = document.querySelector(`p[data-turn="${index}"]`)?.closest(".turn")
    turn?.setAttribute("data-playing", "")
    return () => turn?.removeAttribute("data-playing")
  }, [index])
}
