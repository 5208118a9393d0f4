/** Where in what was said each question begins, by its ticks and by the words of who asks (F12). */
import { stretches } from "./eventGuide"
import type { FieldNotes } from "./fieldNotes"
import { ENOUGH_ALIKE, SOMEWHAT_ALIKE, TICKED_AFTER_MS, TICKED_BEFORE_MS } from "./questionWords"

/** Something that was said by who may have asked. */
export interface MayAsk {
  readonly startMs: number
  readonly endMs: number
  /** Whether who says it is known to ask. */
  readonly asks: boolean
  readonly says: Readonly<Record<string, number>>
}

export interface Heard {
  readonly question: string
  readonly ms: number
}

interface Questions {
  /** Where each begins, in the order of the ticks, each later than the one before. */
  readonly begins: readonly Heard[]
  /** From when on none is talked about any more; null: the last goes on. */
  readonly endMs: number | null
}

/**
 * The beginnings of the questions that were ticked. A tick comes while a question is put, or a little before or after, or
 * once it is done with: what was asked near there begins with the turn that asks it, that which says most of it before
 * any other. One whose words were said since the last began, and not near its tick, begins where they were.
 */
export function questionsHeard(
  notes: Pick<FieldNotes, "guide" | "ticks" | "event">,
  place: (at: number) => number | null,
  said: readonly MayAsk[],
): Questions {
  const ids = new Set(notes.guide.map(({ id }) => id))
  const all = stretches(notes, ids).flatMap(({ question, from, to }) => {
    const near = from === null ? Number.NEGATIVE_INFINITY : place(from)
    const until = notes.event.ticking === "put" ? near : to === null ? null : place(to)
    return near === null || until === null ? [] : [{ question, near, until }]
  })
  const known = said.some(({ asks }) => asks) ? said.filter(({ asks }) => asks) : said
  const begins: Heard[] = []
  const begin = (question: string, near: number, until: number) => {
    const since = begins.at(-1)?.ms ?? Number.NEGATIVE_INFINITY
    const turns = known.filter(({ startMs }) => startMs > since)
    return Math.max(asking(turns, question, near, until)?.startMs ?? near, since)
  }
  for (const { question, near, until } of all) begins.push({ question, ms: begin(question, near, until) })
  const end = notes.event.ticking === "done" ? all.at(-1)?.until : undefined
  return { begins, endMs: end === undefined ? null : begin("", end, end) }
}

/** The turn that puts a question; undefined where none does. */
function asking(turns: readonly MayAsk[], question: string, near: number, until: number): MayAsk | undefined {
  const close = turns.filter(
    ({ startMs }) => startMs >= near - TICKED_AFTER_MS && startMs <= near + TICKED_BEFORE_MS,
  )
  const share = ({ says }: MayAsk) => says[question] ?? 0
  const saidMost = (all: readonly MayAsk[], least: number) =>
    all.filter((turn) => share(turn) >= least).sort((one, other) => share(other) - share(one))[0]
  const far = ({ startMs }: MayAsk) => Math.abs(startMs - near)
  const asked = close.filter(({ asks }) => asks)
  return (
    saidMost(close, SOMEWHAT_ALIKE) ??
    saidMost(
      turns.filter(({ startMs }) => startMs <= until),
      ENOUGH_ALIKE,
    ) ??
    asked.find(({ startMs, endMs }) => startMs <= near && near < endMs) ??
    [...asked].sort((one, other) => far(one) - far(other))[0]
  )
}
