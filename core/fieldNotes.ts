/**
 * What is noted live while a group or an interview goes on, as plain values. People are letters here, as everywhere in
 * the analysis. Times (`at`) are milliseconds on the event's clock (core/eventClock).
 */
import type { GuideId, GuidePrompt } from "./guide"
import type { MemberId } from "./model"

export const presences = ["present", "late", "absent"] as const
export type Presence = (typeof presences)[number]

export const parts = ["participant", "animator", "observer"] as const
export type Part = (typeof parts)[number]

/** Somebody at the table. */
export interface AtTable {
  readonly id: string
  /** As they are called in the transcript: A, B, M7. */
  readonly letter: string
  /** Their place, along the table. */
  readonly order: number
  readonly part: Part
  readonly presence: Presence
}

/** One letter or two, and a number: nobody's name, or hardly. */
export function isLetter(value: unknown): value is string {
  return typeof value === "string" && /^\p{L}{1,2}\d{0,3}$/u.test(value)
}

/** Letters of those who are meant, or everybody. */
export type Meant = "all" | readonly string[]

export const markKinds = ["speaks", "sign", "note", "word", "clap"] as const
/** `word`: said quietly to whoever animates. `clap`: a sound that the recording has, too. */
export type MarkKind = (typeof markKinds)[number]

export interface Mark {
  readonly id: string
  readonly at: number
  /** As the device says that made it. */
  readonly by: MemberId
  readonly kind: MarkKind
  readonly who: Meant
  /** In the words of the day, so that a mark outlives the list; empty but of a sign. */
  readonly sign: string
  readonly text: string
  /** The remark by which it stands in the transcript, where somebody put it there. */
  readonly put?: PutIn
}

/** The first and the last character of a remark, as the transcript's document calls them; whether they stand is to be asked. */
export interface PutIn {
  readonly first: CharacterId
  readonly last: CharacterId
}

interface CharacterId {
  readonly client: number
  readonly clock: number
}

/** An entry of a list with an order of its own: a sign, a question of the guide. */
export interface Listed {
  readonly id: string
  readonly order: number
  readonly text: string
}

/** A question as the event has it: it is here without a network, and stays as it was when it was taken. */
export interface GuideEntry extends Listed {
  readonly prompts: readonly GuidePrompt[]
  /** The version of the project's guide that it was taken from, under the id it has there; null: added here. */
  readonly from: GuideId | null
}

export const tickings = ["put", "done"] as const
/** When a question is ticked by who animates: as it is put, or once it has been talked about. */
export type Ticking = (typeof tickings)[number]

/** What is known of the event beforehand. */
export interface EventFacts {
  /** A day, as 2026-11-30. */
  readonly date: string | null
  readonly place: string
  /** The version of the project's guide that is asked from. */
  readonly guide: { readonly id: GuideId; readonly number: number } | null
  readonly ticking: Ticking
}

/** A question of the guide that was put, or is done with (`Ticking`). */
export interface Tick {
  readonly id: string
  readonly question: string
  readonly at: number
  readonly by: MemberId
}

export type ClockEvent = { readonly id: string; readonly at: number; readonly by: MemberId } & (
  | { readonly is: "began" | "ended" }
  /** The recording `sound` stood at `soundMs` then, and ran on from there or stopped. */
  | { readonly is: "recorder"; readonly sound: string; readonly soundMs: number; readonly runs: boolean }
)

/** How the event's clock is laid on a recording. */
export type Alignment =
  /** `shiftMs`: so much later, as a hand moved it. */
  | { readonly by: "recorder"; readonly sound: string; readonly shiftMs?: number }
  | { readonly by: "clap"; readonly clap: string; readonly soundMs: number }
  | { readonly by: "hand"; readonly offsetMs: number }

export interface FieldNotes {
  readonly people: readonly AtTable[]
  readonly marks: readonly Mark[]
  readonly signs: readonly Listed[]
  readonly guide: readonly GuideEntry[]
  readonly ticks: readonly Tick[]
  readonly clock: readonly ClockEvent[]
  readonly alignment: Alignment | null
  readonly event: EventFacts
}

/** When the event began: by whoever said so first. Null before. */
export function beganAt({ clock }: Pick<FieldNotes, "clock">): number | null {
  const began = clock.filter(({ is }) => is === "began").map(({ at }) => at)
  return began.length > 0 ? Math.min(...began) : null
}

/** Whether it goes on: what was said last counts. */
export function isRunning({ clock }: Pick<FieldNotes, "clock">): boolean {
  return (
    clock
      .filter(({ is }) => is !== "recorder")
      .sort(byTime)
      .at(-1)?.is === "began"
  )
}

/** Earlier first; what is of one moment stands alike on every device. */
export function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Letters of the participants at the table of whom no mark says that they spoke. */
export function notHeardYet({ people, marks }: Pick<FieldNotes, "people" | "marks">): readonly string[] {
  const heard = new Set(marks.flatMap(({ kind, who }) => (kind === "speaks" && who !== "all" ? who : [])))
  return people
    .filter(({ part, presence }) => part === "participant" && presence !== "absent")
    .map(({ letter }) => letter)
    .filter((letter) => !heard.has(letter))
}

/** So far apart two people may be who mark the same. */
export const ALIKE_WITHIN_MS = 3_000

/** Marks that are shown as one: the earliest first. Several people saw the same. */
export type MarksAlike = readonly [Mark, ...Mark[]]

/**
 * The marks in their order, those that different people made of the same thing within some seconds as one. None is
 * dropped: whoever made one still finds it. What one person marks twice was seen twice.
 */
export function mergeAlike(marks: readonly Mark[]): MarksAlike[] {
  const groups: [Mark, ...Mark[]][] = []
  for (const mark of [...marks].sort(byTime)) {
    const group = groups.findLast((all) => isAlike(all[0], mark) && !all.some(({ by }) => by === mark.by))
    if (group) group.push(mark)
    else groups.push([mark])
  }
  return groups
}

function isAlike(a: Mark, b: Mark): boolean {
  if (a.kind !== b.kind || (a.kind !== "sign" && a.kind !== "speaks")) return false
  return b.at - a.at <= ALIKE_WITHIN_MS && a.sign === b.sign && sameMeant(a.who, b.who)
}

function sameMeant(a: Meant, b: Meant): boolean {
  return lettersOf(a) === lettersOf(b)
}

/** Of several people the letters in their order, so that who was tapped first does not matter. */
function lettersOf(who: Meant): string {
  return who === "all" ? who : [...who].sort().join(" ")
}

/**
 * Where a moment of the event stands in the recording, in milliseconds; null before its beginning, or where nothing says.
 * While a recorder paused the recording stood still.
 */
export function toRecording({
  alignment,
  clock,
  marks,
}: Pick<FieldNotes, "alignment" | "clock" | "marks">): (at: number) => number | null {
  const inIt = (ms: number) => (ms < 0 ? null : Math.round(ms))
  if (!alignment) return () => null
  if (alignment.by === "hand") return (at) => inIt(at + alignment.offsetMs)
  if (alignment.by === "clap") {
    const clap = marks.find(({ id, kind }) => kind === "clap" && id === alignment.clap)
    return (at) => (clap ? inIt(alignment.soundMs + at - clap.at) : null)
  }
  const { sound, shiftMs = 0 } = alignment
  const steps = recorderSteps(clock, sound)
  return (at) => {
    const step = steps.findLast((one) => one.at <= at)
    if (!step) return null
    return inIt(step.soundMs + shiftMs + (step.runs ? at - step.at : 0))
  }
}

function recorderSteps(clock: readonly ClockEvent[], sound: string) {
  return [...clock].sort(byTime).flatMap((one) => (one.is === "recorder" && one.sound === sound ? [one] : []))
}

/** The hand's offset by which this moment of the event is heard there. */
export function heardAt(at: number, soundMs: number): Alignment {
  return { by: "hand", offsetMs: soundMs - at }
}

/**
 * The same notes moved on the recording, later by so much (F13): over its pauses where its recorder lays them, else by
 * hand from where they are; where nothing lays them, from where the event would begin with the recording.
 */
export function movedBy(notes: Pick<FieldNotes, "alignment" | "clock" | "marks">, ms: number): Alignment {
  const { alignment, clock, marks } = notes
  if (alignment?.by === "recorder") return { ...alignment, shiftMs: (alignment.shiftMs ?? 0) + ms }
  if (alignment?.by === "hand") return { by: "hand", offsetMs: alignment.offsetMs + ms }
  const clap = marks.find(({ id }) => id === alignment?.clap)
  if (alignment && clap) return { by: "hand", offsetMs: alignment.soundMs - clap.at + ms }
  const first = marks.length > 0 ? Math.min(...marks.map(({ at }) => at)) : 0
  return { by: "hand", offsetMs: ms - (beganAt({ clock }) ?? first) }
}
