"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { createPortal } from "react-dom"
import type { FieldNotes } from "../../../../../../core/fieldNotes"
import { align } from "../../../../../../core/ydoc/fieldNotes"
import { RecordButton } from "../../../../../_recorder/RecordButton"
import { RecordingPlace } from "../../../../../_recorder/RecordingPlace"
import type { Recording } from "../../../../../_recorder/recorder"
import { type Recorder, useRecorder } from "../../../../../_recorder/useRecorder"
import { IconButton } from "../../../../../_ui/IconButton"
import { Alert } from "../../../../../_ui/States"
import { SendingRecording } from "../../../_giving/SendingRecording"
import { useGiveRecording } from "../../../_giving/useGiveRecording"
import type { LiveAbout } from "./keptLive"
import type { Noting } from "./noting"

interface Props {
  readonly about: LiveAbout
  readonly notes: FieldNotes
  readonly noting: Noting
  /** Where a small button stands for it as long as nothing is recorded and nothing waits; null: it has its own row. */
  readonly folded: HTMLElement | null
}

/** Records the event in this browser; where its sound stands is noted on the clock, and it is given to the source. */
export function LiveRecorder({ about, notes, noting, folded }: Props) {
  const t = useTranslations("recorder")
  const { source, project } = about
  const recorder = useRecorder(project, source)
  const giving = useGiveRecording(project, source)
  const { now } = recorder
  useStepsNoted(recorder, noting)
  const here = recorder.kept.filter((kept) => kept.source === source)
  if (giving.isSending) return <SendingRecording giving={giving} />
  if (now.is === "idle" && here.length === 0 && about.recording) return null
  if (folded && now.is === "idle" && now.why === null && here.length === 0 && !giving.failed) {
    return createPortal(
      <IconButton
        icon="mic"
        label={t("record")}
        disabled={!recorder.shelf}
        onClick={() => void recorder.start()}
      />,
      folded,
    )
  }
  return (
    <div className="live-recorder">
      {now.is !== "on" && <RecordButton recorder={recorder} />}
      <RecordingPlace
        recorder={{ ...recorder, kept: here }}
        onUse={async (recorded) => {
          if (!(await giving.give(recorded.file, recorded))) return
          const isNoted = notes.clock.some((one) => one.is === "recorder" && one.sound === recorded.id)
          if (isNoted) align(noting.doc, { by: "recorder", sound: recorded.id })
        }}
      />
      {giving.failed && <Alert>{giving.failed}</Alert>}
    </div>
  )
}

/** Notes on the clock where the sound stands whenever it begins to run, or stands still. */
function useStepsNoted({ now }: Recorder, noting: Noting): void {
  const noted = useRef<{ readonly recording: Recording; readonly runs: boolean } | null>(null)
  useEffect(() => {
    const before = noted.current
    const note = (recording: Recording, runs: boolean) => {
      noting.noteRecorder({ sound: recording.id, soundMs: Math.round(recording.ms()), runs })
    }
    if (now.is !== "on") {
      if (before?.runs) note(before.recording, false)
      noted.current = null
      return
    }
    const { recording, isPaused } = now
    if (before?.recording === recording && before.runs === !isPaused) return
    noted.current = { recording, runs: !isPaused }
    note(recording, !isPaused)
  }, [now, noting])
}
