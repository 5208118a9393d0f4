"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import {
  beganAt,
  type FieldNotes,
  heardAt,
  isRunning,
  type Mark,
  mergeAlike,
  toRecording,
} from "../../../../../../core/fieldNotes"
import { debriefing } from "../../../../../../core/ydoc/fieldNotes"
import { leadTo } from "../../../../../_fieldNotes/lead"
import { TakeAway } from "../../../../../_fieldNotes/TakeAway"
import { RichTextIn } from "../../../../../_richtext/RichText"
import { positionText } from "../../../../../_sound/positionText"
import { usePlayer } from "../../../../../_sound/usePlayer"
import { SpeakingTime } from "../../../../../_speaking/SpeakingTime"
import type { RichTextRoom } from "../../../../../_sync/useRichText"
import { classes } from "../../../../../_ui/classes"
import { AskedQuestions } from "./AskedQuestions"
import { Closing } from "./Closing"
import { EventSound } from "./EventSound"
import type { LiveAbout } from "./keptLive"
import { MarkLine, type Mended } from "./MarkLine"
import type { Noting } from "./noting"
import { PaperHead } from "./PaperHead"
import { useLaying } from "./useLaying"

interface Props {
  readonly about: LiveAbout
  readonly text: RichTextRoom
  readonly notes: FieldNotes
  readonly noting: Noting
}

/** What was noted, in its order, heard again where it stands in the recording; what is written together about it. */
export function After({ about, text, notes, noting }: Props) {
  const t = useTranslations("notes")
  const address = about.recording ? `/api/sources/${about.source}/recording` : null
  const player = usePlayer(address)
  const laying = useLaying(notes, noting)
  const [mended, mend] = useState<Mended | null>(null)
  const inRecording = toRecording(notes)
  const [asked, ask] = useState<boolean | null>(null)
  const isLaying = about.writes && address !== null && (asked ?? (notes.alignment === null || laying.isBegun))
  const isOver = beganAt(notes) !== null && !isRunning(notes)
  const nameOf = (id: string) => about.people.find((one) => one.id === id)?.name ?? "…"
  /** Where the recording stands now this mark is heard. */
  const heardHere = ({ id, at, kind }: Mark) =>
    laying.lay(
      kind === "clap"
        ? { by: "clap", clap: id, soundMs: Math.round(player.positionMs) }
        : heardAt(at, Math.round(player.positionMs)),
    )
  return (
    <div className={classes("live-after on-paper", isLaying && "laying")}>
      <PaperHead title={about.title} notes={notes} />
      {about.recording && (
        <EventSound
          {...{ player, notes, laying, isLaying }}
          mayLay={about.writes}
          source={about.source}
          durationMs={about.recording.durationMs}
          toggle={() => ask(!isLaying)}
        />
      )}
      <div className="stack loose live-written">
        <section className="stack loose" aria-label={t("debriefing.label")}>
          <h2>{t("debriefing.label")}</h2>
          {debriefing.map((field) => (
            <RichTextIn
              key={field}
              text={text}
              field={field}
              mayWrite={about.writes}
              label={t(`debriefing.${field}`)}
              heading={<h3>{t(`debriefing.${field}`)}</h3>}
              placeholder={t(`debriefing.${field}Hint`)}
              me={about.account.id}
              people={about.people}
            />
          ))}
        </section>
        <AskedQuestions
          notes={notes}
          placeOf={(at) => (address ? inRecording(at) : null)}
          hear={(place) => {
            player.seek(place)
            player.play()
          }}
          doc={about.writes ? noting.doc : null}
        />
        <SpeakingTime source={about.source} notes={notes} />
        {about.closing && (about.closing.isClosed || isOver) && (
          <Closing source={about.source} isClosed={about.closing.isClosed} />
        )}
      </div>
      <section className="stack live-noted" aria-label={t("after.list")}>
        <div className="row wrap">
          <h2 className="grow">{t("after.list")}</h2>
          <TakeAway
            source={about.source}
            address={`/api/sources/${about.source}/notes?format=csv`}
            label={t("after.export")}
          />
        </div>
        {notes.marks.length === 0 && <p className="q2">{t("after.none")}</p>}
        <ol className="live-marks">
          {mergeAlike(notes.marks).map((marks) => (
            <MarkLine
              key={marks[0].id}
              {...{ marks, notes, noting, nameOf, mended }}
              mend={about.writes ? mend : null}
              place={address ? inRecording(marks[0].at) : null}
              play={(ms) => {
                player.seek(leadTo(ms))
                player.play()
              }}
              heard={
                isLaying
                  ? { position: positionText(player.positionMs), here: () => heardHere(marks[0]) }
                  : null
              }
            />
          ))}
        </ol>
      </section>
    </div>
  )
}
