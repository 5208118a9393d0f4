"use client"

import { useTranslations } from "next-intl"
import type { ComponentProps, ReactNode } from "react"
import { Icon } from "../_ui/Icon"
import { IconButton } from "../_ui/IconButton"
import { Menu, MenuRadios } from "../_ui/Menu"
import { PlayerRail, type RailSegment } from "./PlayerRail"
import { lengthText, positionText } from "./positionText"
import type { Player } from "./usePlayer"
import type { Waveform } from "./useWaveform"
import { type ShownWave, useWaveView } from "./useWaveView"
import { WaveStrip } from "./WaveStrip"
import "./player.css"

interface Props {
  readonly player: Player
  /** Null until somebody knows. */
  readonly durationMs: number | null
  readonly segments: readonly RailSegment[]
  /** What it looks like; left out, there is the rail alone. */
  readonly waveform?: Waveform
  /** Where turns begin. */
  readonly ticks?: readonly number[]
  /** Under the sound close up, as wide as what is shown of it. */
  readonly lane?: (shown: ShownWave) => ReactNode
  /** At the end of the strip: how far both are. */
  readonly children?: ReactNode
}

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
export const SKIP_MS = 3000

const noWaveform: Waveform = { is: "none" }

/** The recording's controls in one line: play, back and forth, where one is, how fast; under it, how it looks. */
export function PlayerStrip({ waveform = noWaveform, ...props }: Props) {
  const { player, durationMs, ticks, lane } = props
  const drawn = waveform.is === "ready" ? waveform.outline : null
  const long = player.durationMs ?? durationMs ?? drawn?.durationMs ?? null
  const shown = useWaveView(player.element, long ?? 0)
  const strip = { shown, element: player.element, durationMs: long ?? 0, seek: player.seek }
  return (
    <>
      <Controls
        {...props}
        durationMs={long}
        drawn={drawn && long !== null && !player.failed ? { outline: drawn, view: shown.view } : null}
      />
      {!player.failed && (
        <WaveStrip waveform={waveform} {...strip} {...(ticks ? { ticks } : {})} lane={lane?.(shown)} />
      )}
    </>
  )
}

type ControlsProps = Omit<Props, "waveform" | "ticks" | "lane"> &
  Pick<ComponentProps<typeof PlayerRail>, "drawn">

function Controls({ player, durationMs: long, segments, drawn, children }: ControlsProps) {
  const t = useTranslations("desk.player")
  const seconds = SKIP_MS / 1000
  const speedText = (rate: number) => t("speedIs", { rate })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays its children out its own way.
    <div className="player" role="group" aria-label={t("label")}>
      <button
        type="button"
        className="play"
        disabled={player.failed}
        aria-label={t(player.playing ? "pause" : "play")}
        onClick={player.toggle}
      >
        <Icon name={player.playing ? "pause" : "play"} />
      </button>
      <IconButton icon="back" label={t("back", { seconds })} onClick={() => player.skip(-SKIP_MS)} />
      <IconButton icon="forward" label={t("forth", { seconds })} onClick={() => player.skip(SKIP_MS)} />
      {player.failed ? (
        <span className="small q2 grow" role="status">
          {t("failed")}
        </span>
      ) : (
        <>
          <span className="num">{positionText(player.positionMs)}</span>
          <PlayerRail
            positionMs={player.positionMs}
            durationMs={long}
            segments={segments}
            drawn={drawn ?? null}
            seek={player.seek}
          />
          <span className="num q">{long === null ? "–" : lengthText(long)}</span>
        </>
      )}
      <Menu
        trigger={
          <button type="button" className="btn bare" aria-label={t("speed", { rate: player.rate })}>
            {speedText(player.rate)}
          </button>
        }
        align="end"
      >
        <MenuRadios
          value={String(player.rate)}
          options={speeds.map((rate) => ({ value: String(rate), label: speedText(rate) }))}
          onChange={(rate) => player.setRate(Number(rate))}
        />
      </Menu>
      {children}
    </div>
  )
}
