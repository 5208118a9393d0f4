"use client"

import { useTranslations } from "next-intl"
import { memo, useSyncExternalStore } from "react"
import type { PlacedTurn, Speaker } from "../../core/model"
import { positionText } from "../_sound/positionText"
import { Icon } from "../_ui/Icon"
import { KindGlyph } from "../_ui/KindGlyph"
import { Mark } from "../_ui/Marks"
import type { TurnNote, TurnNotes } from "./turnNotes"

interface Props {
  readonly turn: PlacedTurn
  readonly speaker: Speaker | null
  /** Plays the recording from here; leave it out where nothing can be heard. */
  readonly play?: ((ms: number) => void) | undefined
  readonly notes?: TurnNotes | undefined
  /** The words of all turns: each asking for its own would be the slowest thing it does. */
  readonly t: ReturnType<typeof useTranslations<"desk.transcript">>
}

/** One turn. Its words are the only text of its paragraph: offsets into it are offsets into the turn. */
export const Turn = memo(function Turn({ turn, speaker, play, notes, t }: Props) {
  const { startMs } = turn
  return (
    <li className={speaker?.interviewer ? "turn interviewer" : "turn"}>
      <span className="speaker">
        <span title={speaker?.label}>{speaker?.label}</span>
        {play && startMs !== null && <TurnTime {...{ startMs, play, t }} />}
      </span>
      <div>
        <p data-turn={turn.index}>{turn.text}</p>
        {notes && <NotesUnder turn={turn.index} notes={notes} />}
      </div>
    </li>
  )
})

interface TimeProps {
  readonly startMs: number
  readonly play: (ms: number) => void
  readonly t: Props["t"]
}

function TurnTime({ startMs, play, t }: TimeProps) {
  return (
    <button
      type="button"
      className="time"
      tabIndex={-1}
      aria-label={t("playFrom", { time: positionText(startMs) })}
      onClick={() => play(startMs)}
    >
      <Icon name="play" />
      {positionText(startMs)}
    </button>
  )
}

/** A transcript has a thousand turns, most of them with nothing to say: those ask for no words. */
function NotesUnder({ turn, notes }: { readonly turn: number; readonly notes: TurnNotes }) {
  const list = useSyncExternalStore(
    notes.subscribe,
    () => notes.of(turn),
    () => notes.of(turn),
  )
  return list.length > 0 && <NotesSaid list={list} notes={notes} />
}

function NotesSaid({ list, notes }: { readonly list: readonly TurnNote[]; readonly notes: TurnNotes }) {
  const areSeen = useSyncExternalStore(notes.subscribe, notes.areSeen, notes.areSeen)
  const t = useTranslations("desk.transcript")
  const common = useTranslations("common")
  const said = list.map(({ name, who, kind, settled }) => {
    const flag = kind && common(`kind.${kind}`)
    return [name, who, ...(flag ? [settled ? common("kindSettled", { kind: flag }) : flag] : [])].join(", ")
  })
  return (
    <>
      {/* Drawn out of an attribute: what cannot be seen is not found by a search of the page, nor copied. */}
      <span className="codings-said" data-said={t("codings", { said: said.join(" ; ") })} />
      {areSeen && (
        <div className="chips-under" aria-hidden="true">
          {list.map(({ key, side, name, kind, settled }) => (
            <span key={key} className="code">
              {kind && <KindGlyph kind={kind} settled={settled} size="small" silent />}
              <Mark side={side} /> {name}
            </span>
          ))}
        </div>
      )}
    </>
  )
}
