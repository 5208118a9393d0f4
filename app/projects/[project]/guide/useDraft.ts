"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import {
  type GuideLine,
  type GuideQuestion,
  linesOf,
  MOST_PROMPTS,
  MOST_QUESTIONS,
  NO_ORIGIN,
  questionsOf,
} from "../../../../core/guide"
import type { GuideVersion } from "../../../../server/queries/guides"
import { ask, isNoAnswer, Problem } from "../../../_sync/api"
import { newId } from "../../../_sync/newId"
import { useStayWarning } from "../../../_ui/useStayWarning"

/** `changed`: another has written it meanwhile; `frozen`: it is written no more; `gone`: it was thrown away; `full`: it holds no more. */
export type Saving = "saved" | "writing" | "waiting" | "changed" | "frozen" | "gone" | "full" | "refused"

export interface Draft {
  readonly lines: readonly GuideLine[]
  readonly saving: Saving
  /** The one that is shown, where it is saved. */
  readonly revision: () => number
  /** `typing`: one of a row of changes to the same line, which are undone as one. */
  readonly change: (lines: readonly GuideLine[], typing?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly mayUndo: boolean
  readonly mayRedo: boolean
  /** Goes on from what is saved by now; one's own can be had back by undoing. */
  readonly take: (version: GuideVersion) => void
  /** Saves one's own in the place of what is saved by now. */
  readonly insist: (version: GuideVersion) => void
}

const PAUSE_MS = 500
const AGAIN_MS = 3_000
const TYPING_MS = 1_000

export const emptyLine = (is: GuideLine["is"]): GuideLine => ({
  id: newId(),
  is,
  text: "",
  origin: NO_ORIGIN,
})

/** What lines come to, to be compared: the same whoever wrote them out. */
const asWritten = (lines: readonly GuideLine[]) => JSON.stringify(questionsOf(lines))

const firstLines = (questions: readonly GuideQuestion[]) =>
  questions.length === 0 ? [emptyLine("question")] : linesOf(questions)

/** An open version as one writes it: saved by itself, one asking at a time, and never over what another has written. */
export function useDraft(version: GuideVersion, isOpen: boolean): Draft {
  const [lines, setLines] = useState<readonly GuideLine[]>(() => firstLines(version.questions))
  const [saving, setSaving] = useState<Saving>("saved")
  const saved = useRef({ revision: version.revision, questions: asWritten(linesOf(version.questions)) })
  const current = useRef(lines)
  current.current = lines
  const asking = useRef(false)
  const isAskedAgain = useRef(false)
  const history = useHistory(current, setLines)

  const save = useCallback(async () => {
    if (asking.current) {
      isAskedAgain.current = true
      return
    }
    const questions = questionsOf(current.current)
    const written = JSON.stringify(questions)
    if (written === saved.current.questions) return setSaving("saved")
    if (isTooLong(questions)) return setSaving("full")
    asking.current = true
    setSaving((before) => (before === "waiting" ? before : "writing"))
    let isTaken = false
    try {
      const body = { revision: saved.current.revision, questions }
      const { revision } = await ask<{ revision: number }>("PUT", `/api/guides/${version.id}`, body)
      saved.current = { revision, questions: written }
      isTaken = true
      setSaving(asWritten(current.current) === written ? "saved" : "writing")
    } catch (error) {
      setSaving(whyNot(error))
    }
    asking.current = false
    if (isTaken && isAskedAgain.current) void save()
    isAskedAgain.current = false
  }, [version.id])

  useEffect(() => {
    if (isStopped(saving)) return
    const isSaved = asWritten(lines) === saved.current.questions
    // Validated by another while this was on its way.
    if (!isOpen) return isSaved ? undefined : setSaving("frozen")
    if (isSaved && saving !== "writing") return setSaving("saved")
    if (!isSaved && saving === "saved") setSaving("writing")
    const timer =
      saving === "waiting"
        ? setInterval(() => void save(), AGAIN_MS)
        : setTimeout(() => void save(), PAUSE_MS)
    return () => clearInterval(timer)
  }, [lines, saving, isOpen, save])
  useStayWarning(saving !== "saved")

  const take = (theirs: GuideVersion) => {
    history.change(firstLines(theirs.questions))
    saved.current = { revision: theirs.revision, questions: asWritten(linesOf(theirs.questions)) }
    setSaving("saved")
  }
  const insist = (theirs: GuideVersion) => {
    saved.current = { revision: theirs.revision, questions: asWritten(linesOf(theirs.questions)) }
    setSaving("writing")
  }
  // What another has saved is shown while one has nothing of one's own that is not.
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const isNews = version.revision > saved.current.revision && !asking.current
    const isOwn = asWritten(current.current) !== saved.current.questions
    if (isOpen && isNews && !isOwn) latest.current(version)
  }, [version, isOpen])
  const revision = () => (isOpen ? saved.current.revision : version.revision)
  return { lines, saving, revision, ...history, take, insist }
}

function isTooLong(questions: readonly GuideQuestion[]): boolean {
  return questions.length > MOST_QUESTIONS || questions.some(({ prompts }) => prompts.length > MOST_PROMPTS)
}

/** Saved again only once somebody has decided. */
function isStopped(saving: Saving): boolean {
  return saving === "changed" || saving === "frozen" || saving === "gone" || saving === "refused"
}

function whyNot(error: unknown): Saving {
  if (!(error instanceof Problem) || isNoAnswer(error)) return "waiting"
  if (error.code === "guide-changed") return "changed"
  if (error.code === "guide-frozen") return "frozen"
  return error.code === "not-found" ? "gone" : "refused"
}

type Lines = readonly GuideLine[]

function useHistory(current: { readonly current: Lines }, setLines: (lines: Lines) => void) {
  const past = useRef<Lines[]>([])
  const future = useRef<Lines[]>([])
  const typed = useRef<{ readonly line: string; readonly at: number } | null>(null)
  const change = (next: Lines, typing?: string) => {
    const before = typed.current
    const goesOn = typing !== undefined && before?.line === typing && Date.now() - before.at < TYPING_MS
    if (!goesOn) past.current.push(current.current)
    typed.current = typing === undefined ? null : { line: typing, at: Date.now() }
    future.current = []
    setLines(next)
  }
  const go = (from: Lines[], to: Lines[]) => {
    const next = from.pop()
    if (!next) return
    to.push(current.current)
    typed.current = null
    setLines(next)
  }
  return {
    change,
    undo: () => go(past.current, future.current),
    redo: () => go(future.current, past.current),
    mayUndo: past.current.length > 0,
    mayRedo: future.current.length > 0,
  }
}
