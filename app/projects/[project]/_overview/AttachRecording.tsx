"use client"

import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { ask, Problem } from "../../../_sync/api"
import { type Upload, upload } from "../../../_sync/upload"
import { useProblem } from "../../../_sync/useProblem"
import { Button } from "../../../_ui/Button"
import { Dialog } from "../../../_ui/Dialog"
import { Field } from "../../../_ui/Field"
import { Progress } from "../../../_ui/Marks"
import { Alert } from "../../../_ui/States"
import { lengthOf, MOST_RECORDING_BYTES, RECORDING_NAMES } from "../sources/new/files"

interface Props {
  readonly source: { readonly id: string; readonly title: string; readonly hasRecording: boolean }
  readonly close: () => void
}

/** Gives a source its recording, or another one. Closing stops what is being sent. */
export function AttachRecording({ source, close }: Props) {
  const t = useTranslations("overview.recording")
  const format = useFormatter()
  const router = useRouter()
  const sentence = useProblem()
  const running = useRef<Upload<unknown> | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  async function send(file: File) {
    setFailed(null)
    if (file.size === 0 || file.size > MOST_RECORDING_BYTES) return setFailed(t("wrongSize"))
    setShare(0)
    try {
      const headers = { "x-file-name": encodeURIComponent(file.name) }
      const progress = (sent: number, of: number) => setShare(of > 0 ? sent / of : 0)
      running.current = upload("PUT", `/api/sources/${source.id}/recording`, file, { headers, progress })
      await running.current.answer
      const durationMs = await lengthOf(file)
      if (durationMs !== null) await ask("PATCH", `/api/sources/${source.id}`, { durationMs })
      router.refresh()
      close()
    } catch (error) {
      setShare(null)
      if (!(error instanceof Problem && error.code === "cancelled")) setFailed(sentence(error))
    }
  }

  function stop() {
    running.current?.cancel()
    close()
  }

  return (
    <Dialog
      open
      onOpenChange={stop}
      title={t(source.hasRecording ? "replace" : "add", { title: source.title })}
      description={t(source.hasRecording ? "replaceBody" : "addBody")}
      footer={<Button onClick={stop}>{t("stop")}</Button>}
    >
      {share === null ? (
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
      ) : (
        <div className="row" role="status">
          <span className="grow">
            <Progress done={share} of={1} label={t("sending")} />
          </span>
          <span className="num q">{format.number(share, "percent")}</span>
        </div>
      )}
      {failed && <Alert>{failed}</Alert>}
    </Dialog>
  )
}
