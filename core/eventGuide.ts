/** What was asked in an event, when, for how long, and how that is to the guide it asks from. */
import { byTime, type FieldNotes, type GuideEntry, type Tick } from "./fieldNotes"

type Asking = Pick<FieldNotes, "guide" | "ticks" | "event">

/** Whether a question stands in no version that this event asks from: it came on the day. */
export function isExtra({ event }: Pick<Asking, "event">, { from }: Pick<GuideEntry, "from">): boolean {
  return event.guide !== null && from !== event.guide.id
}

/** The first tick of each question, in the order in which they were put. Two who animate may both have ticked one. */
export function firstTicks(ticks: readonly Tick[]): Tick[] {
  const sorted = [...ticks].sort(byTime)
  return sorted.filter((tick, at) => sorted.findIndex(({ question }) => question === tick.question) === at)
}

/** The question that is being talked about: the last that was put. */
export function currentQuestion({ guide, ticks }: Pick<Asking, "guide" | "ticks">): GuideEntry | null {
  const last = firstTicks(ticks).findLast(({ question }) => guide.some(({ id }) => id === question))
  return guide.find(({ id }) => id === last?.question) ?? null
}

/** The question that comes next: the first of the guide that was not put. */
export function nextQuestion({ guide, ticks }: Pick<Asking, "guide" | "ticks">): GuideEntry | null {
  return guide.find(({ id }) => !ticks.some(({ question }) => question === id)) ?? null
}

/** A question that was put, at what moment, and how long until the next one was; null where it goes on. */
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
  const ticks = firstTicks(notes.ticks).filter(({ question }) =>
    notes.guide.some(({ id }) => id === question),
  )
  const asked = ticks.map(({ question, at }, place): Asked => {
    const until = ticks[place + 1]?.at ?? ended
    const entry = notes.guide.find(({ id }) => id === question)!
    return { entry, at, ms: until === null ? null : Math.max(0, until - at), isExtra: isExtra(notes, entry) }
  })
  const isPut = new Set(ticks.map(({ question }) => question))
  return { asked, left: notes.guide.filter(({ id }) => !isPut.has(id)) }
}
