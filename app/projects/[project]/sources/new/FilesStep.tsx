"use client"

import { useTranslations } from "next-intl"
import { type DragEvent, useRef, useState } from "react"
import { RecordButton } from "../../../../_recorder/RecordButton"
import { RecordingPlace } from "../../../../_recorder/RecordingPlace"
import type { Recorded } from "../../../../_recorder/recorded"
import { useRecorder } from "../../../../_recorder/useRecorder"
import { UnfinishedUploads } from "../../../../_sending/UnfinishedUploads"
import { useProblem } from "../../../../_sync/useProblem"
import { Button } from "../../../../_ui/Button"
import { classes } from "../../../../_ui/classes"
import { Icon } from "../../../../_ui/Icon"
import { Alert, Skeleton } from "../../../../_ui/States"
import { ChosenFile } from "./ChosenFile"
import { MOST_RECORDING_BYTES, RECORDING_NAMES, roleOf, TRANSCRIPT_NAMES } from "./files"
import { PasteText } from "./PasteText"
import type { Reading, Words } from "./useReading"

interface Props {
  readonly project: string
  readonly words: Words | null
  readonly recording: File | null
  readonly reading: Reading
  readonly onWords: (words: Words | null) => void
  readonly onRecording: (file: File | null) => void
  readonly onRecorded: (recorded: Recorded) => void
}

/** Where the transcript and the recording come in: dropped, chosen, or pasted. */
export function FilesStep({ project, words, recording, reading, onWords, onRecording, onRecorded }: Props) {
  const t = useTranslations("source.files")
  const sentence = useProblem()
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const recorder = useRecorder(project, null)
  /** Something recorded here is at hand, or about to be: what is done with it comes first. */
  const isRecording = recorder.now.is !== "idle" || (!recording && recorder.kept.length > 0)
  const chooser = useRef<HTMLInputElement>(null)

  function take(files: readonly File[]) {
    setWrong(null)
    const of = (role: "transcript" | "recording") => files.findLast((file) => roleOf(file) === role)
    const [transcript, sound] = [of("transcript"), of("recording")]
    if (transcript) {
      setPasting(false)
      onWords({ file: transcript })
    }
    if (!sound) return
    if (sound.size === 0) setWrong(t("soundEmpty", { name: sound.name }))
    else if (sound.size > MOST_RECORDING_BYTES) setWrong(t("soundTooLarge", { name: sound.name }))
    else onRecording(sound)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same. */}
      <div
        className={classes("drop", over && "over")}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="row strong">
          <Icon name="upload" />
          {t("drop")}
        </p>
        <p className="small q2">{t("kinds")}</p>
        <div className="row wrap">
          <input
            ref={chooser}
            type="file"
            className="vh"
            tabIndex={-1}
            aria-label={t("choose")}
            multiple
            accept={`${TRANSCRIPT_NAMES},${RECORDING_NAMES}`}
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ""
            }}
          />
          <Button kind={words || isRecording ? "plain" : "primary"} onClick={() => chooser.current?.click()}>
            {t("choose")}
          </Button>
          <Button aria-expanded={pasting} onClick={() => setPasting((now) => !now)}>
            {t("paste")}
          </Button>
          {!recording && <RecordButton recorder={recorder} />}
        </div>
        {pasting && <PasteText onText={(pasted) => onWords({ pasted })} />}
      </div>
      {(words || recording) && (
        <ul className="lines">
          {words && "file" in words && (
            <ChosenFile file={words.file} part="transcript" onRemove={() => onWords(null)} />
          )}
          {recording && <ChosenFile file={recording} part="recording" onRemove={() => onRecording(null)} />}
        </ul>
      )}
      {(!recording || recorder.now.is === "on") && <RecordingPlace recorder={recorder} onUse={onRecorded} />}
      {!recording && recorder.now.is !== "on" && <UnfinishedUploads project={project} />}
      {wrong && <Alert>{wrong}</Alert>}
      {reading.is === "coming" && <Skeleton lines={2} />}
      {reading.is === "failed" && <Alert>{sentence(reading.error)}</Alert>}
    </>
  )
}
