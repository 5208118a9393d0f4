/** Member check (K): what a participant is shown of a transcript, how their link stands, and what is counted of it. */
import type { PlacedTurn, Speaker, SpeakerId } from "./model"
import { wordsOf } from "./text"

/** What a link shows: the turns of its reader alone, or all of them. */
export const checkScopes = ["own", "whole"] as const
export type CheckScope = (typeof checkScopes)[number]

/** What the coders did about a comment. */
export const outcomes = ["corrected", "removed", "kept", "noted"] as const
export type Outcome = (typeof outcomes)[number]

export const USUAL_CHECK_DAYS = 30
export const MOST_CHECK_DAYS = 90
/** Links of one source, taken back ones included. */
export const MOST_CHECKS = 200
/** Comments by one link. */
export const MOST_COMMENTS = 300
export const LONGEST_COMMENT = 4_000
export const LONGEST_OUTCOME_NOTE = 500

export type CheckState = "sent" | "opened" | "returned" | "expired" | "revoked"

export interface CheckTimes {
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly firstOpenedAt: Date | null
  readonly returnedAt: Date | null
}

/** Whether a link still leads anywhere. */
export function isOpen({ expiresAt, revokedAt }: Pick<CheckTimes, "expiresAt" | "revokedAt">, now: Date) {
  return revokedAt === null && now < expiresAt
}

/** How a link stands. What was returned stays so, whatever became of its link afterwards. */
export function stateOf(check: CheckTimes, now: Date): CheckState {
  if (check.returnedAt) return "returned"
  if (check.revokedAt) return "revoked"
  if (!isOpen(check, now)) return "expired"
  return check.firstOpenedAt ? "opened" : "sent"
}

/** The turns with words that a link shows. */
export function shownTurns<T extends PlacedTurn>(
  turns: readonly T[],
  { speaker, scope }: { readonly speaker: SpeakerId; readonly scope: CheckScope },
): T[] {
  return turns.filter((turn) => turn.text.trim() !== "" && (scope === "whole" || turn.speaker === speaker))
}

/** Somebody a link can be made for. */
export interface Participant {
  readonly id: SpeakerId
  readonly label: string
  readonly turns: number
  readonly words: number
  /** How their first words go. */
  readonly begins: string
}

/** Who takes part in a transcript and asks no questions. */
export function participantsOf(
  speakers: readonly Speaker[],
  turns: readonly PlacedTurn[],
): readonly Participant[] {
  return speakers.flatMap(({ id, label, interviewer }) => {
    const own = shownTurns(turns, { speaker: id, scope: "own" })
    if (interviewer || own.length === 0) return []
    const words = own.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
    return [{ id, label, turns: own.length, words, begins: shortened(own[0]!.text) }]
  })
}

const BEGINS = 80

/** The beginning of a text, cut between words. */
export function shortened(text: string, most = BEGINS): string {
  const line = text.trim().replace(/\s+/gu, " ")
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const space = cut.lastIndexOf(" ")
  return `${cut.slice(0, space > 0 ? space : most).trimEnd()}…`
}

/** What is reported of member checks (COREQ 23, 28): of participants, however many links each was sent. */
export interface CheckCounts {
  readonly sent: number
  readonly opened: number
  readonly returned: number
  readonly comments: number
  readonly handled: number
}

export interface CountedCheck extends Pick<CheckTimes, "firstOpenedAt" | "returnedAt"> {
  readonly source: string
  readonly speaker: SpeakerId
  readonly comments: number
  readonly handled: number
}

export function countChecks(checks: readonly CountedCheck[]): CheckCounts {
  const people = (which: readonly CountedCheck[]) =>
    new Set(which.map(({ source, speaker }) => JSON.stringify([source, speaker]))).size
  return {
    sent: people(checks),
    opened: people(checks.filter(({ firstOpenedAt }) => firstOpenedAt !== null)),
    returned: people(checks.filter(({ returnedAt }) => returnedAt !== null)),
    comments: checks.reduce((sum, { comments }) => sum + comments, 0),
    handled: checks.reduce((sum, { handled }) => sum + handled, 0),
  }
}
