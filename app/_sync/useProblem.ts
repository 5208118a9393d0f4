"use client"

import { useTranslations } from "next-intl"
import { useCallback } from "react"
import type { TranscriptProblem } from "../../core/exchange/transcriptProblem"
import { useToast } from "../_ui/Toasts"
import { Problem } from "./api"

/** The sentence for something that failed: what happened, what is safe, what to do. Knows every refusal's code. */
export function useProblem(): (error: unknown) => string {
  const t = useTranslations("errors")
  return useCallback(
    (error) => {
      const problem = error instanceof Problem ? error : new Problem("internal", 0, {})
      const transcript = transcriptProblem(problem)
      if (transcript) {
        const { key, values } = transcriptSentence(transcript)
        if (t.has(key)) return t(key, values)
      }
      const key = `problem.${problem.code}` as "problem.internal"
      return t.has(key) ? t(key) : t("problem.internal")
    },
    [t],
  )
}

/** Says a problem's sentence in passing. */
export function useProblemToast(): (error: unknown) => void {
  const say = useToast()
  const sentence = useProblem()
  return useCallback((error) => say(sentence(error)), [say, sentence])
}

function transcriptProblem({ code, detail }: Problem): TranscriptProblem | null {
  if (code !== "unreadable-transcript") return null
  const { problem } = detail as { problem?: TranscriptProblem }
  return typeof problem?.code === "string" ? problem : null
}

const MEGABYTE = 1024 * 1024

/** Which sentence of `errors.transcript` says it, and what that sentence needs. */
export function transcriptSentence(problem: TranscriptProblem) {
  const said = (path: string, values: { limit: number } = { limit: 0 }) => ({
    key: `transcript.${path}` as "transcript.too-large.file",
    values,
  })
  switch (problem.code) {
    case "too-large": {
      const limit =
        problem.what === "entries" || problem.what === "paragraphs"
          ? problem.limit
          : Math.round(problem.limit / MEGABYTE)
      return said(`too-large.${problem.what}`, { limit })
    }
    case "unknown-format":
      return said(`unknown-format.${problem.looksLike ?? "other"}`)
    case "broken-docx":
      return said(`broken-docx.${problem.because}`)
    case "damaged":
      return said(`damaged.${problem.format}`)
    default:
      return said(problem.code)
  }
}
