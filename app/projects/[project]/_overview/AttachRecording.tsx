"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { RecordButton } from "../../../_recorder/RecordButton"
import { RecordingPlace } from "../../../_recorder/RecordingPlace"
import type { Recorded } from "../../../_recorder/recorded"
import { useRecorder } from "../../../_recorder/useRecorder"
import { FileCourse } from "../../../_sending/FileCourse"
import { SENT_WHOLE } from "../../../_sending/pieces"
import { UnfinishedUploads } from "../../../_sending/UnfinishedUploads"
import { useSendFile } from "../../../_sending/useSendFile"
import { ask, Problem } from "../../../_sync/api"
import { type Upload, upload } from "../../../_sync/upload"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import { Field } from "../../../_ui/Field"
import { Progress } from "../../../_ui/Marks"
import { Alert } from "../../../_ui/States"
import { useStayWarning } from "../../../_ui/useStayWarning"
import { lengthOf, MOST_RECORDING_BYTES, RECORDING_NAMES } from "../sources/new/files"

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
  const format = useFormatter()
  const router = useRouter()
  const sentence = useProblem()
  const running = useRef<Upload<unknown> | null>(null)
  const big = useSendFile(project)
  const recorder = useRecorder(project, source.id)
  const isRecording = recorder.now.is === "on"
  useStayWarning(big.course !== null)
  useEffect(() => {
    if (!isRecording) setToStop(false)
  }, [isRecording])
  const at = `/api/sources/${source.id}/recording`
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [isToStop, setToStop] = useState(false)
  const isSending = share !== null || big.course !== null

  async function send(file: File, recorded: Recorded | null = null) {
    setFailed(null)
    if (file.size === 0 || file.size > MOST_RECORDING_BYTES) return setFailed(t("wrongSize"))
    try {
      await (file.size > SENT_WHOLE ? sendInPieces(file) : sendWhole(file))
      const durationMs = (await lengthOf(file)) ?? recorded?.durationMs ?? null
      if (durationMs !== null) await ask("PATCH", `/api/sources/${source.id}`, { durationMs })
      await recorded?.forget().catch(() => {})
      router.refresh()
      close()
    } catch (error) {
      setShare(null)
      if (!(error instanceof Problem && error.code === "cancelled")) setFailed(sentence(error))
    }
  }

  async function sendWhole(file: File) {
    setShare(0)
    const headers = { "x-file-name": encodeURIComponent(file.name) }
    const progress = (sent: number, of: number) => setShare(of > 0 ? sent / of : 0)
    running.current = upload("PUT", at, file, { headers, progress })
    await running.current.answer
  }

  async function sendInPieces(file: File) {
    const id = await big.send(file)
    setShare(1)
    await ask("PUT", `${at}?upload=${id}`)
  }

  function stop() {
    // Nobody ends an interview by a press beside the window.
    if (isRecording) return setToStop(true)
    big.leave()
    running.current?.cancel()
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
      {big.course ? (
        <FileCourse {...big} course={big.course} />
      ) : share === null ? (
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
      ) : (
        <div className="row" role="status">
          <span className="grow">
            <Progress done={share} of={1} label={t("sending")} />
          </span>
          <span className="num q">{format.number(share, "percent")}</span>
        </div>
      )}
      {!isSending && !isRecording && <UnfinishedUploads project={project} />}
      {isRecording && isToStop && <Alert>{speak("stopFirst")}</Alert>}
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
