import fc from "fast-check"
import { applyLabels } from "../../core/exchange/applyLabels"
import type { TranscriptReading } from "../../core/exchange/transcriptProblem"

/** One turn of an invented interview, with the pieces in which a program would write its words. */
export interface Spoken {
  readonly label: string
  readonly startMs: number
  readonly endMs: number
  readonly pieces: readonly string[]
}

/** What French speech holds that readers stumble over: spaces before colons, quotes, figures, asides, emoji. */
const word = fc.constantFrom(
  ...["je", "l’ai", "dit", "à", "12:31", "Problème :", "(rires)", "«\u00a0oui\u00a0»", "Thérèse\u202f?", "–"],
  ...["Œdème", "10\u00a0%", "R&D", "<rien>", "{sic}", "a\\b", "e\u0301té", "🙂", "#2", '"cité"', "…"],
)
const piece = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `alors ${words.join(" ")} voilà`)
const pieces = fc.array(piece, { minLength: 1, maxLength: 3 })

/** Interviews of two to four people, where nobody follows themself. Times are whole seconds where asked for. */
export function interview({ unitMs = 1 } = {}): fc.Arbitrary<Spoken[]> {
  const labels = ["Int.", "M7", "Médecin 3", "SPEAKER_00", "Marie Noël"]
  const turn = fc.record({
    step: fc.nat(3),
    pause: fc.nat(900),
    length: fc.integer({ min: 1, max: 900 }),
    pieces,
  })
  return fc.array(turn, { minLength: 1, maxLength: 8 }).map((turns) => {
    let [who, at] = [0, 0]
    return turns.map(({ step, pause, length, pieces }) => {
      who = (who + 1 + step) % labels.length
      const startMs = (at + pause) * unitMs
      at += pause + length
      return { label: labels[who]!, startMs, endMs: at * unitMs, pieces }
    })
  })
}

/** `start-end label> words` a turn: what was spoken. */
export function spokenTurns(turns: readonly Spoken[]): string[] {
  return turns.map(({ label, startMs, endMs, pieces }) => `${startMs}-${endMs} ${label}> ${pieces.join(" ")}`)
}

/** Where a format does not write when a turn ends. */
export function withoutEnds(turns: readonly string[]): string[] {
  return turns.map((turn) => turn.replace(/^(\d+)-\d+ /, "$1-null "))
}

/** Where a format writes no times at all. */
export function withoutTimes(turns: readonly string[]): string[] {
  return turns.map((turn) => turn.replace(/^\d+-\d+ /, "null-null "))
}

/** The same of what was read, by someone who knows who speaks; the problem where it was refused. */
export function readTurns(reading: TranscriptReading, spoken: readonly Spoken[]) {
  if (!reading.ok) return reading.problem
  const names = new Set(spoken.map(({ label }) => label))
  const decisions = [...names].map((label) => ({ label, speaks: true, as: label, interviewer: false }))
  return timedTurns(reading, decisions)
}

/** `start-end label> words` a turn, with these decisions. */
export function timedTurns(
  reading: TranscriptReading,
  decisions: Parameters<typeof applyLabels>[1],
): string[] {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  let ids = 0
  const { speakers, turns } = applyLabels(reading.draft, decisions, () => `s${ids++}`)
  return turns.map(({ speaker, startMs, endMs, text }) => {
    const label = speakers.find(({ id }) => id === speaker)?.label ?? "nobody"
    return `${startMs}-${endMs} ${label}> ${text}`
  })
}
