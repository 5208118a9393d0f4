"use client"

import { useRef, useState } from "react"
import type { LabelDecision } from "../../../../../core/exchange/applyLabels"
import { seekable } from "../../../../_recorder/seekable"
import { SENT_WHOLE } from "../../../../_sending/pieces"
import { useSendFile } from "../../../../_sending/useSendFile"
import { Problem } from "../../../../_sync/api"
import { type Upload, upload } from "../../../../_sync/upload"
import { useProblem } from "../../../../_sync/useProblem"
import { lengthOf } from "./files"
import { formOf, type Words } from "./useReading"

export type Sending =
  | { readonly is: "idle" | "kept" }
  | { readonly is: "sending"; readonly sent: number; readonly of: number }
  | { readonly is: "failed"; readonly sentence: string }

export interface ToSend {
  /** Null: they are written here, from the recording. */
  readonly words: Words | null
  readonly recording: File | null
  /** How long it is, where its recorder says. */
  readonly recordedMs: number | null
  readonly decisions: readonly LabelDecision[]
  readonly coders: readonly string[]
  /** Title, kind, blindness and context, as the form holds them. */
  readonly fields: FormData
}

/** Sends a whole source. What was typed stays as it is whatever comes of it. */
export function useSending(project: string) {
  const sentence = useProblem()
  const [state, setState] = useState<Sending>({ is: "idle" })
  const running = useRef<Upload<{ id: string }> | null>(null)
  const big = useSendFile(project)

  /** The id of the new source; null when it was not kept. */
  async function send(all: ToSend): Promise<string | null> {
    setState({ is: "sending", sent: 0, of: 0 })
    try {
      const sound = all.recording && (await seekable(all.recording, lengthOf))
      const form = sourceForm(all, sound ? (sound.durationMs ?? all.recordedMs) : null)
      if (sound) await addRecording(form, sound.file)
      running.current = upload<{ id: string }>("POST", `/api/projects/${project}/sources`, form, {
        progress: (sent, of) => setState({ is: "sending", sent, of }),
      })
      const { id } = await running.current.answer
      setState({ is: "kept" })
      return id
    } catch (error) {
      const cancelled = error instanceof Problem && error.code === "cancelled"
      setState(cancelled ? { is: "idle" } : { is: "failed", sentence: sentence(error) })
      return null
    } finally {
      running.current = null
    }
  }

  async function addRecording(form: FormData, recording: File) {
    if (recording.size > SENT_WHOLE) form.set("upload", await big.send(recording))
    // Last, so that everything else is there when it begins to flow.
    else form.set("recording", recording)
  }

  return {
    state,
    /** Sends the recording, where it goes before the rest. */
    big,
    send,
    cancel: () => running.current?.cancel(),
    forgetFailure: () => setState((now) => (now.is === "failed" ? { is: "idle" } : now)),
  }
}

function sourceForm({ words, decisions, coders, fields }: ToSend, durationMs: number | null): FormData {
  const form = formOf(words)
  for (const [name, value] of fields) if (typeof value === "string") form.set(name, value)
  form.set("coders", JSON.stringify(coders))
  if (words) form.set("labels", JSON.stringify(decisions))
  if (durationMs !== null) form.set("durationMs", String(durationMs))
  return form
}
