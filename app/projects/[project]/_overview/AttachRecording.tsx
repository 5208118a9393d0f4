"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { RecordButton } from "../../../_recorder/RecordButton"
import { RecordingPlace } from "../../../_recorder/RecordingPlace"
import type { Recorded } from "../../../_recorder/recorded"
import { useRecorder } from "../../../_recorder/useRecorder"
import { UnfinishedUploads } from "../../../_sending/UnfinishedUploads"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import { Field } from "../../../_ui/Field"
import { Alert } from "../../../_ui/States"
import { SendingRecording } from "../_giving/SendingRecording"
import { useGiveRecording } from "../_giving/useGiveRecording"
import { RECORDING_NAMES } from "../sources/new/files"

interface Props {
  readonly project: string
  readonly source: { readonly id: string; readonly title: string; readonly hasRecording: boolean }
  readonly close: () => void
}

/** Gives a source its recording, or another one. Closing stops what is being sent; a big file can be gone on with. */
export function AttachRecording({ project, source, close }: Props) {
  const t = useTranslations("overview.recording")
  const common = useTranslations("common")
  const speak = useTranslations("recorder")
  const giving = useGiveRecording(project, source.id)
  const recorder = useRecorder(project, source.id)
  const isRecording = recorder.now.is === "on"
  useEffect(() => {
    if (!isRecording) setToStop(false)
  }, [isRecording])
  const [isToStop, setToStop] = useState(false)
  const { isSending, failed } = giving

  async function send(file: File, recorded: Recorded | null = null) {
    if (await giving.give(file, recorded)) close()
  }

  function stop() {
    // Nobody ends an interview by a press beside the window.
    if (isRecording) return setToStop(true)
    giving.stop()
    close()
  }

  return (
    <Dialog
      open
      onOpenChange={stop}
      title={t(source.hasRecording ? "replace" : "add", { title: source.title })}
      description={t(source.hasRecording ? "replaceBody" : "addBody")}
      footer={!isRecording && <Button onClick={stop}>{isSending ? t("stop") : common("cancel")}</Button>}
    >
      {isSending ? (
        <SendingRecording giving={giving} />
      ) : (
        <div className="stack">
          {!isRecording && (
            <>
              <Field label={t("file")} hint={t("kinds")}>
                {(wiring) => (
                  <input
                    type="file"
                    {...wiring}
                    accept={RECORDING_NAMES}
                    onChange={(event) => {
                      const file = event.currentTarget.files?.[0]
                      if (file) void send(file)
                    }}
                  />
                )}
              </Field>
              <span>
                <RecordButton recorder={recorder} />
              </span>
            </>
          )}
          <RecordingPlace recorder={recorder} onUse={(recorded) => void send(recorded.file, recorded)} />
        </div>
      )}
      {!isSending && !isRecording && <UnfinishedUploads project={project} />}
      {isRecording && isToStop && <Alert>{speak("stopFirst")}</Alert>}
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
