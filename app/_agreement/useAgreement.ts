"use client"

import { useCallback, useEffect, useState } from "react"
import type { ProjectAgreement } from "../../core/agreement/project/answer"
import { answerOf, Problem } from "../_sync/api"

export interface Asking {
  /** The last answer, also while another one is computed. */
  readonly answer: ProjectAgreement | null
  /** Why the last question has no answer. */
  readonly problem: unknown
  readonly pending: boolean
  readonly again: () => void
}

/** A project's agreement for a query; a question that is overtaken by another is given up, on the server too. */
export function useAgreement(project: string, query: string): Asking {
  const [answer, setAnswer] = useState<ProjectAgreement | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [pending, setPending] = useState(true)
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more is asked again.
  useEffect(() => {
    const given = new AbortController()
    setPending(true)
    load(project, query, given.signal)
      .then(
        (answer) => {
          setAnswer(answer)
          setProblem(null)
        },
        (error) => given.signal.aborted || setProblem(error),
      )
      .finally(() => given.signal.aborted || setPending(false))
    return () => given.abort()
  }, [project, query, times])
  return { answer, problem, pending, again: useCallback(() => setTimes((before) => before + 1), []) }
}

async function load(project: string, query: string, signal: AbortSignal): Promise<ProjectAgreement> {
  const address = `/api/projects/${project}/agreement${query === "" ? "" : `?${query}`}`
  const response = await fetch(address, { cache: "no-store", signal }).catch((error) => {
    throw signal.aborted ? error : new Problem("offline", 0, {})
  })
  return answerOf<ProjectAgreement>(response)
}
