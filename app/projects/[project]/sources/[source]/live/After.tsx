"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { type FieldNotes, heardAt, mergeAlike, toRecording } from "../../../../../../core/fieldNotes"
import { align, debriefing } from "../../../../../../core/ydoc/fieldNotes"
import { leadTo } from "../../../../../_fieldNotes/lead"
import { useMarkWords } from "../../../../../_fieldNotes/useMarkWords"
import { RichTextIn } from "../../../../../_richtext/RichText"
import { PlayerStrip } from "../../../../../_sound/PlayerStrip"
import { positionText } from "../../../../../_sound/positionText"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { useWaveform } from "../../../../../_sound/useWaveform"
import type { RichTextRoom } from "../../../../../_sync/useRichText"
import { Button } from "../../../../../_ui/Button"
import { IconButton } from "../../../../../_ui/IconButton"
import { AskedQuestions } from "./AskedQuestions"
import type { LiveAbout } from "./keptLive"
import { MarkPanel } from "./MarkPanel"
import type { Noting } from "./noting"

interface Props {
  readonly about: LiveAbout
  readonly text: RichTextRoom
  readonly notes: FieldNotes
  readonly noting: Noting
}

/** What was noted, in its order, heard again where it stands in the recording; what is written together about it. */
export function After({ about, text, notes, noting }: Props) {
  const t = useTranslations("notes")
  const words = useMarkWords(notes)
  const address = about.recording ? `/api/sources/${about.source}/recording` : null
  const player = usePlayer(address)
  const waveform = useWaveform(address ? about.source : null)
  const [mended, mend] = useState<string | null>(null)
  const inRecording = toRecording(notes)
  const [isAsked, ask] = useState(false)
  const isAligning = address !== null && (isAsked || notes.alignment === null)
  const nameOf = (id: string) => about.people.find((one) => one.id === id)?.name ?? "…"
  /** Where the recording stands now this mark is heard. */
  const heardHere = (id: string, at: number, kind: string) =>
    align(
      noting.doc,
      kind === "clap"
        ? { by: "clap", clap: id, soundMs: Math.round(player.positionMs) }
        : heardAt(at, Math.round(player.positionMs)),
    )
  return (
    <div className="live-after">
      {address && (
        <section aria-label={t("after.recording")} className="live-sound">
          <PlayerStrip {...{ player, waveform }} durationMs={about.recording!.durationMs} segments={[]} />
          <Alignment {...{ notes, noting, isAligning }} again={() => ask((now) => !now)} />
        </section>
      )}
      <section className="stack" aria-label={t("after.list")}>
        <div className="row wrap">
          <h2 className="grow">{t("after.list")}</h2>
          <a className="btn" href={`/api/sources/${about.source}/notes?format=csv`} download>
            {t("after.export")}
          </a>
        </div>
        {notes.marks.length === 0 && <p className="q2">{t("after.none")}</p>}
        <ol className="live-marks">
          {mergeAlike(notes.marks).map(([mark, ...others]) => {
            const place = address ? inRecording(mark.at) : null
            return (
              <li key={mark.id}>
                <div className="row">
                  <span className="num q">{words.time(mark.at)}</span>
                  {place !== null && (
                    <IconButton
                      icon="play"
                      label={t("after.play", { position: positionText(place) })}
                      onClick={() => {
                        player.seek(leadTo(place))
                        player.play()
                      }}
                    />
                  )}
                  <span className="grow">{words.of(mark)}</span>
                  <span className="small q">
                    {[...new Set([mark, ...others].map(({ by }) => nameOf(by)))].join(", ")}
                  </span>
                  {isAligning && (
                    <Button kind="bare" onClick={() => heardHere(mark.id, mark.at, mark.kind)}>
                      {t("after.here", { position: positionText(player.positionMs) })}
                    </Button>
                  )}
                  <IconButton
                    icon="edit"
                    label={t("mark.mendOf", { mark: words.of(mark) })}
                    aria-expanded={mended === mark.id}
                    onClick={() => mend((now) => (now === mark.id ? null : mark.id))}
                  />
                </div>
                {mended === mark.id && (
                  <MarkPanel
                    {...{ mark, notes, noting }}
                    whole
                    close={() => mend(null)}
                    remove={() => {
                      mend(null)
                      noting.remove(mark.id)
                    }}
                  />
                )}
              </li>
            )
          })}
        </ol>
      </section>
      <AskedQuestions
        notes={notes}
        placeOf={(at) => (address ? inRecording(at) : null)}
        hear={(place) => {
          player.seek(place)
          player.play()
        }}
      />
      <section className="stack loose" aria-label={t("debriefing.label")}>
        <h2>{t("debriefing.label")}</h2>
        {debriefing.map((field) => (
          <div key={field} className="stack tight">
            <h3>{t(`debriefing.${field}`)}</h3>
            <RichTextIn
              text={text}
              field={field}
              mayWrite
              label={t(`debriefing.${field}`)}
              placeholder={t(`debriefing.${field}Hint`)}
              me={about.account.id}
              people={about.people}
            />
          </div>
        ))}
      </section>
    </div>
  )
}

const NUDGES_MS = [-1_000, -100, 100, 1_000] as const

interface AlignmentProps extends Pick<Props, "notes" | "noting"> {
  readonly isAligning: boolean
  readonly again: () => void
}

/** By what the notes are laid on the recording; a hand moves them. */
function Alignment({ notes, noting, isAligning, again }: AlignmentProps) {
  const t = useTranslations("notes.alignment")
  const { alignment } = notes
  const nudge = (ms: number) => {
    if (alignment?.by === "hand") align(noting.doc, { by: "hand", offsetMs: alignment.offsetMs + ms })
    if (alignment?.by === "clap") align(noting.doc, { ...alignment, soundMs: alignment.soundMs + ms })
  }
  return (
    <div className="row wrap">
      <p className="small q2 grow" role="status">
        {t(alignment ? alignment.by : "none")}
      </p>
      {alignment && (
        <Button aria-pressed={isAligning} onClick={again}>
          {t("again")}
        </Button>
      )}
      {alignment &&
        isAligning &&
        alignment.by !== "recorder" &&
        NUDGES_MS.map((ms) => (
          <Button key={ms} onClick={() => nudge(ms)}>
            {t("nudge", { seconds: `${ms > 0 ? "+" : "−"}${Math.abs(ms) / 1_000}` })}
          </Button>
        ))}
    </div>
  )
}
