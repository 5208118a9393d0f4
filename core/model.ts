/**
 * The values everything else is written in. Pure data; no behaviour but type guards.
 *
 * Positions in a transcript: the transcript's text is its turns joined by one "\n", and every `from`/`to` is a
 * UTF-16 offset into that text, end excluded. The Y.Text of a source has the same offsets, because each turn
 * after the first begins with one embedded boundary of length 1 (see core/ydoc/source.ts).
 */

declare const kind: unique symbol
/** A random identifier that says what it identifies. Never ordered by time (B17). */
export type Id<Kind extends string> = string & { readonly [kind]?: Kind }

/** Whether something may be the id of what a client makes: as ids are drawn, and no name that every object has. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,100}$/.test(value) && !(value in {})
}

export type MemberId = Id<"member">
export type ProjectId = Id<"project">
export type SourceId = Id<"source">
export type PassageId = Id<"passage">
export type CodeId = Id<"code">
export type CodingId = Id<"coding">
export type SpeakerId = Id<"speaker">

/** A stretch of text, or of words where said so; `to` is excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A stretch of sound. */
export interface Clip {
  readonly startMs: number
  readonly endMs: number
}

/** No recording is longer, and no time in one later: eleven days. */
export const LONGEST_MS = 1_000_000_000

export interface Speaker {
  readonly id: SpeakerId
  /** As it stands before the turns: "M7", "Int.". */
  readonly label: string
  readonly interviewer: boolean
}

/** What one speaker says before the next does. Label and times are structure, never text that can be coded. */
export interface Turn {
  readonly speaker: SpeakerId | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
}

/** What a program has to do with the words of a transcript; null: nothing. */
export type MachineWords =
  /** It listens. */
  | { readonly state: "asked"; readonly by: MemberId; readonly at: string }
  | { readonly state: "failed"; readonly why: string }
  /** Its words stand there, and nobody has said to have been through them. */
  | { readonly state: "draft" }
  | { readonly state: "read"; readonly by: MemberId; readonly at: string }

export interface Transcript {
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
}

/** A turn with its place in the transcript's text. */
export interface PlacedTurn extends Turn, Span {
  readonly index: number
}

/** The unit two coders complete blind: a stretch of the transcript's text that begins and ends at turn edges. */
export interface Passage extends Span {
  readonly id: PassageId
  /** From 0, in the order of the text. */
  readonly index: number
}

/** One coder applied one code to one span. */
export interface Coding extends Span {
  readonly id: CodingId
  readonly code: CodeId
  readonly coder: MemberId
}

/** How a source's coders are kept from each other (DESIGN section 5). */
export const blindnessPolicies = ["passage", "source", "open"] as const
export type Blindness = (typeof blindnessPolicies)[number]

export const projectRoles = ["owner", "supervisor", "coder", "observer"] as const
export type ProjectRole = (typeof projectRoles)[number]

/** Which of the pair: A is shown before B everywhere. */
export type Side = "a" | "b"

export const sourceKinds = ["interview", "focus-group", "other"] as const
export type SourceKind = (typeof sourceKinds)[number]

export const approaches = [
  "grounded-theory",
  "thematic",
  "reflexive-thematic",
  "phenomenological",
  "content-analysis",
  "other",
] as const
export type Approach = (typeof approaches)[number]
