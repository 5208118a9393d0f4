"use client"

import { useTranslations } from "next-intl"
import { useCallback } from "react"
import type { Problem as CellProblem } from "../../../../core/participants/edits"
import { Problem } from "../../../_sync/api"
import { useProblem } from "../../../_sync/useProblem"

/** The sentence for a cell that cannot be as it was asked to be. */
export function useWrong(): (problem: CellProblem) => string {
  const t = useTranslations("participants.wrong")
  return useCallback(
    (problem) => {
      switch (problem.why) {
        case "not-a-choice":
          return t("not-a-choice", { choices: problem.choices.join(", ") })
        case "too-long":
          return t("too-long", { most: problem.most })
        case "unknown-event":
          return t("unknown-event", { title: problem.title })
        case "as-many":
          return t("as-many", { events: problem.events })
        case "letter-taken":
          return t("letter-taken", { letter: problem.letter })
        case "letter-taken-there":
          return t("letter-taken-there", { letter: problem.letter })
        default:
          return t(problem.why)
      }
    },
    [t],
  )
}

/** The same for what the server refused, whatever that was. */
export function useRefused(): (error: unknown) => string {
  const wrong = useWrong()
  const sentence = useProblem()
  return useCallback(
    (error) => {
      const [first] = problemsIn(error)
      return first ? wrong(first) : sentence(error)
    },
    [wrong, sentence],
  )
}

/** The cells that the server refused, and why. */
export function problemsIn(error: unknown): readonly CellProblem[] {
  if (!(error instanceof Problem) || error.code !== "cells-refused") return []
  return error.detail.problems as readonly CellProblem[]
}
