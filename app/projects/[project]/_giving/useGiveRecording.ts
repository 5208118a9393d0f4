"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { Recorded } from "../../../_recorder/recorded"
import { seekable } from "../../../_recorder/seekable"
import { SENT_WHOLE } from "../../../_sending/pieces"
import { useSendFile } from "../../../_sending/useSendFile"
import { ask, Problem } from "../../../_sync/api"
import { type Upload, upload } from "../../../_sync/upload"
import { useProblem } from "../../../_sync/useProblem"
import { useStayWarning } from "../../../_ui/useStayWarning"
import { lengthOf, MOST_RECORDING_BYTES } from "../sources/new/files"

export type Giving = ReturnType<typeof useGiveRecording>

/** Gives a source its recording, or another one; a big file can be gone on with. */
export function useGiveRecording(project: string, source: string) {
  const t = useTranslations("overview.recording")
  const router = useRouter()
  const sentence = useProblem()
  const running = useRef<Upload<unknown> | null>(null)
  const big = useSendFile(project)
  useStayWarning(big.course !== null)
  const at = `/api/sources/${source}/recording`
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  /** Whether the source has it now. */
  async function give(chosen: File, recorded: Recorded | null = null): Promise<boolean> {
    setFailed(null)
    if (chosen.size === 0 || chosen.size > MOST_RECORDING_BYTES) {
      setFailed(t("wrongSize"))
      return false
    }
    try {
      const { file, durationMs: length } = await seekable(chosen, lengthOf)
      const durationMs = length ?? recorded?.durationMs ?? null
      const said = durationMs === null ? "" : `durationMs=${Math.max(1, Math.round(durationMs))}`
      await (file.size > SENT_WHOLE ? sendInPieces(file, said) : sendWhole(file, said))
      await recorded?.forget().catch(() => {})
      router.refresh()
      setShare(null)
      return true
    } catch (error) {
      setShare(null)
      if (!(error instanceof Problem && error.code === "cancelled")) setFailed(sentence(error))
      return false
    }
  }

  async function sendWhole(file: File, said: string) {
    setShare(0)
    const headers = { "x-file-name": encodeURIComponent(file.name) }
    const progress = (sent: number, of: number) => setShare(of > 0 ? sent / of : 0)
    running.current = upload("PUT", `${at}?${said}`, file, { headers, progress })
    await running.current.answer
  }

  async function sendInPieces(file: File, said: string) {
    const id = await big.send(file)
    setShare(1)
    await ask("PUT", `${at}?upload=${id}&${said}`)
  }

  return {
    give,
    big,
    /** How much of it has gone; null while nothing is sent whole. */
    share,
    failed,
    isSending: share !== null || big.course !== null,
    stop() {
      big.leave()
      running.current?.cancel()
    },
  }
}
