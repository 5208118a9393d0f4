"use client"

import { useFormatter, useTranslations } from "next-intl"
import type { Alignment, FieldNotes } from "../../../../../../core/fieldNotes"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { PlayerStrip } from "../../../../../_sound/PlayerStrip"
import { exactText } from "../../../../../_sound/positionText"
import type { Player } from "../../../../../_sound/usePlayer"
import { useWaveform } from "../../../../../_sound/useWaveform"
import { Button } from "../../../../../_ui/Button"
import { MarksLane } from "./MarksLane"
import type { Laying } from "./useLaying"

interface Props {
  readonly source: string
  readonly durationMs: number | null
  readonly player: Player
  readonly notes: FieldNotes
  readonly laying: Laying
  readonly isLaying: boolean
  readonly mayLay: boolean
  readonly toggle: () => void
}

const NUDGES_MS = [-1_000, -100, 100, 1_000] as const
/** So much is heard before the mark that is laid: not what led to it, only that it is there. */
const BEFORE_MS = 1_000

/** The recording of the event; the notes under it, to be moved until a clap sits on its sound. */
export function EventSound({ source, durationMs, player, notes, laying, isLaying, mayLay, toggle }: Props) {
  const t = useTranslations("notes")
  const waveform = useWaveform(source)
  const format = useFormatter()
  const { words, moved } = useReferenceWords(notes, laying)
  const { alignment } = notes
  const { reference } = laying
  const place = reference && laying.placeOf(reference)
  const hear = () => {
    if (place === null) return
    player.seek(Math.max(0, place - BEFORE_MS))
    player.play()
  }
  const lane = isLaying && notes.marks.length > 0
  return (
    <section aria-label={t("after.recording")} className="live-sound">
      <PlayerStrip
        {...{ player, waveform, durationMs }}
        segments={[]}
        {...(lane && {
          lane: (shown) => <MarksLane {...{ shown, laying, words, hear }} marks={notes.marks} />,
        })}
      />
      <div className="row wrap">
        <p className="small q2 grow" role="status">
          {t(
            alignment ? `alignment.${isMoved(alignment) ? "recorderMoved" : alignment.by}` : "alignment.none",
          )}
        </p>
        {mayLay && alignment && (
          <Button aria-pressed={isLaying} onClick={toggle}>
            {t("alignment.again")}
          </Button>
        )}
      </div>
      {lane && (
        <div className="row wrap live-laying">
          <Button icon="play" disabled={place === null} onClick={hear}>
            {t("laying.hear")}
          </Button>
          <span className="num">{words}</span>
          {moved && <span className="num q">{moved}</span>}
          <span className="grow" />
          {NUDGES_MS.map((ms) => (
            <Button key={ms} onClick={() => laying.move(ms)}>
              {t("alignment.nudge", {
                seconds: `${ms > 0 ? "+" : "−"}${format.number(Math.abs(ms) / 1_000)}`,
              })}
            </Button>
          ))}
          <Button disabled={!laying.undo} onClick={() => laying.undo?.()}>
            {t("laying.undo")}
          </Button>
          <p className="small q2 full" id="laying-keys">
            {t("laying.keys")}
          </p>
        </div>
      )}
    </section>
  )
}

const isMoved = (alignment: Alignment) => alignment.by === "recorder" && alignment.shiftMs !== undefined

/** Where the reference is heard, to the tenth of a second, and how far it was moved. */
function useReferenceWords(notes: FieldNotes, laying: Laying) {
  const t = useTranslations("notes.laying")
  const format = useFormatter()
  const marks = useMarkWords(notes)
  const { reference, movedMs } = laying
  const place = reference && laying.placeOf(reference)
  const decimal = format.number(0.1).replace(/\d/g, "")
  const words = reference
    ? place === null
      ? t("outside", { mark: marks.of(reference) })
      : t("at", { mark: marks.of(reference), position: exactText(place, decimal) })
    : ""
  const seconds = format.number(Math.abs(movedMs) / 1_000, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const moved =
    Math.abs(movedMs) < 50 ? null : t("moved", { seconds: `${movedMs > 0 ? "+" : "−"}${seconds}` })
  return { words, moved }
}
