import { readFileSync } from "node:fs"
import { join } from "node:path"
import { applyLabels, guessedDecisions } from "../../../core/exchange/applyLabels"
import type { TranscriptReading } from "../../../core/exchange/transcriptProblem"

const FIXTURES = join(import.meta.dirname, "../../fixtures/transcripts")

export const fixture = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, name))) })

/** `label> words` a turn, with the decisions our guesses come to; the problem where there is one. */
export function turnsOf(reading: TranscriptReading) {
  if (!reading.ok) return reading.problem
  const { speakers, turns } = applyLabels(reading.draft, guessedDecisions(reading.draft), counter())
  return turns.map(
    ({ speaker, text }) => `${speakers.find(({ id }) => id === speaker)?.label ?? "nobody"}> ${text}`,
  )
}

export function notesOf(reading: TranscriptReading): Record<string, number> {
  if (!reading.ok) throw new Error(reading.problem.code)
  return Object.fromEntries(reading.draft.notes.map(({ kind, count }) => [kind, count]))
}

export function counter(): () => string {
  let ids = 0
  return () => `s${ids++}`
}
