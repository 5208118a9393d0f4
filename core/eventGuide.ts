/** What was asked in an event, when, for how long, and how that is to the guide it asks from. */
import { beganAt, byTime, type FieldNotes, type GuideEntry, type Tick } from "./fieldNotes"

type Ticked = Pick<FieldNotes, "guide" | "ticks" | "event">
type Asking = Ticked & Pick<FieldNotes, "clock">

/** Whether a question stands in no version that this event asks from: it came on the day. */
export function isExtra({ event }: Pick<Asking, "event">, { from }: Pick<GuideEntry, "from">): boolean {
  return event.guide !== null && from !== event.guide.id
}

/** The first tick of each question, in their order. Two who animate may both have ticked one. */
export function firstTicks(ticks: readonly Tick[]): Tick[] {
  const sorted = [...ticks].sort(byTime)
  return sorted.filter((tick, at) => sorted.findIndex(({ question }) => question === tick.question) === at)
}

/** When one question is talked about. Null: from the beginning on; without end. */
export interface Stretch {
  readonly question: string
  readonly from: number | null
  readonly to: number | null
}

/**
 * When each question of these is talked about: from its tick to the next; where questions are ticked once they are done,
 * from the tick before to its own (F26).
 */
export function stretches(
  { ticks, event }: Pick<Ticked, "ticks" | "event">,
  ids: ReadonlySet<string>,
): Stretch[] {
  const first = firstTicks(ticks).filter(({ question }) => ids.has(question))
  const at = (place: number) => first[place]?.at ?? null
  return first.map(({ question }, place) =>
    event.ticking === "put"
      ? { question, from: at(place), to: at(place + 1) }
      : { question, from: at(place - 1), to: at(place) },
  )
}

const stretchesOf = (notes: Ticked) => stretches(notes, new Set(notes.guide.map(({ id }) => id)))

/** The question that is talked about at a moment, as the ticks say; null: none. */
export function questionAt(notes: Ticked, at: number): string | null {
  const all = stretchesOf(notes)
  const found = all.findLast(({ from, to }) => (from ?? at) <= at && (to === null || at < to))
  // What is noted as a question is done with is still of it.
  const done = notes.event.ticking === "done" ? all.find(({ to }) => to === at) : undefined
  return (done ?? found)?.question ?? null
}

/** The question that is being talked about: the last that was put, or the first that is not done. */
export function currentQuestion(notes: Ticked): GuideEntry | null {
  if (notes.event.ticking === "done") return nextQuestion(notes)
  const last = stretchesOf(notes).at(-1)
  return notes.guide.find(({ id }) => id === last?.question) ?? null
}

/** The question that comes next: the first of the guide that was not ticked. */
export function nextQuestion({ guide, ticks }: Pick<Asking, "guide" | "ticks">): GuideEntry | null {
  return guide.find(({ id }) => !ticks.some(({ question }) => question === id)) ?? null
}

/** Since when the current one is talked about; null before the event, and where there is none. */
export function currentSince(notes: Asking): number | null {
  if (!currentQuestion(notes)) return null
  const last = stretchesOf(notes).at(-1)
  return notes.event.ticking === "done" ? (last?.to ?? beganAt(notes)) : (last?.from ?? null)
}

/** A question that was put, at what moment, and how long it was talked about; null where it goes on. */
export interface Asked {
  readonly entry: GuideEntry
  readonly at: number
  readonly ms: number | null
  readonly isExtra: boolean
}

export interface AskedFrom {
  readonly asked: readonly Asked[]
  readonly left: readonly GuideEntry[]
}

/** What was put, in its order, and what was not. `ended`: when the event did, where it has. */
export function askedFrom(notes: Asking, ended: number | null): AskedFrom {
  const all = stretchesOf(notes)
  const asked = all.map(({ question, from, to }): Asked => {
    const entry = notes.guide.find(({ id }) => id === question)!
    const until = to ?? ended
    const at = from ?? beganAt(notes) ?? until ?? 0
    return { entry, at, ms: until === null ? null : Math.max(0, until - at), isExtra: isExtra(notes, entry) }
  })
  const isPut = new Set(all.map(({ question }) => question))
  return { asked, left: notes.guide.filter(({ id }) => !isPut.has(id)) }
}
