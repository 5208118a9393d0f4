/**
 * The people of a study: who was asked, who took part in what, what they consented to, and the variables that describe
 * them. People are letters, as everywhere in the analysis.
 */
import type { SourceId } from "../model"

export const recruitments = ["approached", "recruited", "refused"] as const
export type Recruitment = (typeof recruitments)[number]

/** `declined`: agreed at first, and then did not want to. */
export const attendances = ["expected", "came", "late", "absent", "declined"] as const
export type Attendance = (typeof attendances)[number]

export const consents = ["none", "oral", "written"] as const
export type Consent = (typeof consents)[number]

export const withdrawals = ["none", "no-further-use", "erasure"] as const
export type Withdrawal = (typeof withdrawals)[number]

export const variableKinds = ["whole", "decimal", "choice", "yesNo", "text"] as const
export type VariableKind = (typeof variableKinds)[number]

export type VariableId = string
export type ParticipantId = string
export type Value = number | boolean | string

/** What a project wants to know of each of its participants. */
export interface Variable {
  readonly id: VariableId
  readonly name: string
  readonly kind: VariableKind
  /** Of a number; else empty. */
  readonly unit: string
  /** Of a choice; else none. */
  readonly choices: readonly string[]
  readonly order: number
}

/** That somebody takes part in an interview or a group. */
export interface Seat {
  readonly source: SourceId
  /** As they are called there: nobody else of that source is. */
  readonly letter: string
  readonly attendance: Attendance
  /** Who else was there and is no participant, in a few words: a spouse, an interpreter. */
  readonly third: string
}

export interface Participant {
  readonly id: ParticipantId
  /** As they are called in the study: nobody else of it is. */
  readonly letter: string
  readonly order: number
  readonly recruitment: Recruitment
  /** Why they refused. */
  readonly why: string
  readonly seats: readonly Seat[]
  readonly consent: Consent
  /** A day, as ISO 8601 writes it. */
  readonly consentOn: string | null
  /** Which version of the information sheet they were given. */
  readonly sheet: string
  readonly withdrawal: Withdrawal
  readonly withdrawnOn: string | null
  readonly values: Readonly<Record<VariableId, Value>>
}

/** The one table that every figure of the sample is computed from. */
export interface Sample {
  readonly participants: readonly Participant[]
  readonly variables: readonly Variable[]
  /** The interviews and groups of the project. */
  readonly events: readonly { readonly id: SourceId; readonly title: string }[]
}

export const MOST_PARTICIPANTS = 2_000
export const MOST_VARIABLES = 100
export const MOST_CHOICES = 50
export const LONGEST_VARIABLE = 60
export const LONGEST_UNIT = 20
export const LONGEST_CELL = 300

export function isNumeric(kind: VariableKind): boolean {
  return kind === "whole" || kind === "decimal"
}

export function hasCome({ attendance }: Pick<Seat, "attendance">): boolean {
  return attendance === "came" || attendance === "late"
}

/** Somebody of whom nothing is known yet but that they were asked. */
export function somebody(id: ParticipantId, letter: string, order: number): Participant {
  return {
    id,
    letter,
    order,
    recruitment: "approached",
    why: "",
    seats: [],
    consent: "none",
    consentOn: null,
    sheet: "",
    withdrawal: "none",
    withdrawnOn: null,
    values: {},
  }
}

/** The first letter of a participant that nobody has: P1, P2. */
export function freeLetter(taken: Iterable<string>): string {
  const used = new Set([...taken].map(foldedLetter))
  for (let number = 1; ; number++) if (!used.has(`P${number}`)) return `P${number}`
}

export const foldedLetter = (letter: string) => letter.toLocaleUpperCase("fr")
