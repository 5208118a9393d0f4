/** How long the turns of a transcript are said, and how many words are in them. */
import type { Clip, PlacedTurn, SpeakerId } from "./model"
import { sharesSaid, wantedOf } from "./questionWords"
import { withoutRemarks, wordsOf } from "./text"
import { beginnings } from "./timeline"
import { heardFrom, type WordTime } from "./wordTimes"

/** A turn by what can be counted of it. */
export interface SaidTurn {
  readonly speaker: SpeakerId | null
  readonly words: number
  /** Null where nothing says, and nothing lets it be estimated (C41). */
  readonly time: SaidTime | null
  /** How much of which question it says; left out where it says of none. */
  readonly says?: Readonly<Record<string, number>>
}

export interface SaidTime extends Clip {
  /** Where it begins or ends is taken from its neighbours' words, or from the end of the recording. */
  readonly estimated: boolean
}

interface Heard {
  /** In the order of the text; empty where nobody knows. */
  readonly words?: readonly WordTime[]
  readonly durationMs?: number | null
}

/** Questions that may be said again. */
type Questions = readonly { readonly id: string; readonly text: string }[]

/**
 * The turns with what is known of when they are said (F12): as it is said of them, else by when their words are said,
 * else as C41 estimates. A turn whose end nobody knows goes on until the next begins, the last until the recording ends.
 * One in which nothing is written yet is none.
 */
export function saidTurns(
  turns: readonly PlacedTurn[],
  { words = [], durationMs = null }: Heard = {},
  questions: Questions = [],
): SaidTurn[] {
  const known = turns.map((turn) => {
    const heard = words.length > 0 ? heardFrom(words, turn) : null
    const startMs = turn.startMs ?? heard?.startMs ?? null
    return { ...turn, startMs, endMs: turn.endMs ?? heard?.endMs ?? null }
  })
  const begins = beginnings(known)
  const looked = questions.map(({ id, text }) => ({ id, wanted: wantedOf(text) }))
  return known.flatMap(({ speaker, text, endMs }, at): SaidTurn[] => {
    if (text.trim() === "") return []
    const next = at === known.length - 1 ? atEnd(durationMs) : begins[at + 1]!
    const time = timeOf(begins[at] ?? null, endMs, next)
    const says = sharesSaid(looked, text)
    const saysAny = Object.keys(says).length > 0
    return [{ speaker, words: countWords(text), time, ...(saysAny && { says }) }]
  })
}

type Moment = ReturnType<typeof beginnings>[number]

const atEnd = (durationMs: number | null): Moment =>
  durationMs === null ? null : { ms: durationMs, estimated: true }

function timeOf(begins: Moment, saidEnd: number | null, next: Moment): SaidTime | null {
  const ends = saidEnd === null ? next : { ms: saidEnd, estimated: false }
  if (!begins || !ends || ends.ms <= begins.ms) return null
  return { startMs: begins.ms, endMs: ends.ms, estimated: begins.estimated || ends.estimated }
}

/** Words as they are counted everywhere (C2), without remarks of whoever wrote them down. */
function countWords(text: string): number {
  return wordsOf(withoutRemarks(text)).length
}
