/** Where the questions of a guide were put in a transcript, and how it is cut there (F31). A proposal, nothing more. */
import { stretches } from "./eventGuide"
import { type FieldNotes, toRecording } from "./fieldNotes"
import type { PlacedTurn, Speaker } from "./model"
import { proposePassages, type TurnRange } from "./passage"
import {
  ENOUGH_ALIKE,
  plainWords,
  SOMEWHAT_ALIKE,
  shareSaid,
  TICKED_AFTER_MS,
  TICKED_BEFORE_MS,
  wantedOf,
} from "./questionWords"
import { wordsOf } from "./text"
import { beginnings } from "./timeline"

/** A question, and the turn in which it was put. */
export interface PutAt {
  readonly question: string
  readonly text: string
  readonly turn: number
  /** Where a tick on the recording says that it begins, in milliseconds; null where its words alone say so. */
  readonly tickMs: number | null
}

interface Said {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Pick<Speaker, "id" | "interviewer">[]
}
type Questions = readonly { readonly id: string; readonly text: string }[]

/**
 * Each question with the turn of who asks in which it was put, in the order of the text: where it was ticked on the
 * recording, else where its own words are said; what is not found is left out.
 */
export function questionsPut(
  said: Said,
  questions: Questions,
  notes: Pick<FieldNotes, "alignment" | "clock" | "marks" | "ticks" | "event"> | null,
): PutAt[] {
  const asked = askedTurns(said)
  const inRecording = notes && toRecording(notes)
  const known = new Set(questions.map(({ id }) => id))
  const ticked = new Map(
    (notes ? stretches(notes, known) : []).flatMap(({ question, from }) => {
      const ms = from === null ? null : (inRecording?.(from) ?? null)
      return ms === null ? [] : [[question, ms] as const]
    }),
  )
  const byTick = questions.flatMap(({ id: question, text }): PutAt[] => {
    const tickMs = ticked.get(question)
    const turn = tickMs === undefined ? null : turnTicked(asked, text, tickMs)
    return turn === null || tickMs === undefined ? [] : [{ question, text, turn, tickMs }]
  })
  const others = questions.filter(({ id }) => !byTick.some(({ question }) => question === id))
  const free = asked.filter(({ index }) => !byTick.some(({ turn }) => turn === index))
  return [...byTick, ...byWords(free, others)].sort((one, other) => one.turn - other.turn)
}

/** One question a turn: several that begin alike are told apart by which is said best. */
function byWords(asked: readonly AskedTurn[], questions: Questions): PutAt[] {
  const pairs = questions.flatMap(({ id: question, text }) => {
    const wanted = wantedOf(text)
    return asked.flatMap(({ index: turn, words }) => {
      const share = shareSaid(wanted, words)
      return share >= ENOUGH_ALIKE ? [{ question, text, turn, share }] : []
    })
  })
  const put: PutAt[] = []
  for (const { share: _, ...pair } of pairs.sort(
    (one, other) => other.share - one.share || one.turn - other.turn,
  ))
    if (!put.some(({ question, turn }) => question === pair.question || turn === pair.turn))
      put.push({ ...pair, tickMs: null })
  return put
}

/** A turn in which something may have been asked. */
interface AskedTurn {
  readonly index: number
  readonly words: readonly string[]
  readonly beginsMs: number | null
}

/** Those of interviewers; where nobody is known for one, all. */
function askedTurns({ turns, speakers }: Said): AskedTurn[] {
  const interviewers = new Set(speakers.filter(({ interviewer }) => interviewer).map(({ id }) => id))
  const begins = beginnings(turns)
  return turns
    .map((turn, index) => ({ ...turn, index }))
    .filter(({ speaker }) => interviewers.size === 0 || (speaker !== null && interviewers.has(speaker)))
    .map(({ text, index }) => ({ index, words: plainWords(text), beginsMs: begins[index]?.ms ?? null }))
}

function turnTicked(asked: readonly AskedTurn[], question: string, ms: number): number | null {
  const near = asked.flatMap((turn) => {
    const { beginsMs } = turn
    const isNear = beginsMs !== null && beginsMs >= ms - TICKED_AFTER_MS && beginsMs <= ms + TICKED_BEFORE_MS
    return isNear ? [{ ...turn, farMs: Math.abs(beginsMs - ms) }] : []
  })
  const wanted = wantedOf(question)
  const shareOf = ({ words }: AskedTurn) => {
    const share = shareSaid(wanted, words)
    return share >= SOMEWHAT_ALIKE ? share : 0
  }
  const [best] = near.sort(
    (one, other) => shareOf(other) - shareOf(one) || one.farMs - other.farMs || one.index - other.index,
  )
  return best?.index ?? null
}

/** More than this is cut as any transcript is, less at the beginning goes with what follows. */
const MANY_WORDS = 600
const FEW_WORDS = 150

/**
 * A transcript cut at these turns. A few words before the first belong to it; between two that are far apart it is cut
 * as it would be without them (C6).
 */
export function cutAt({ turns, speakers }: Said, at: readonly number[]): TurnRange[] {
  const wordsIn = (from: number, to: number) =>
    turns.slice(from, to).reduce((sum, { text }) => sum + wordsOf(text).length, 0)
  const sorted = [...new Set(at)].filter((turn) => turn >= 0 && turn < turns.length).sort((a, b) => a - b)
  const [first = 0] = sorted
  const begins = first === 0 || wordsIn(0, first) < FEW_WORDS ? sorted.slice(1) : sorted
  return [0, ...begins].flatMap((fromTurn, place, all) => {
    const toTurn = all[place + 1] ?? turns.length
    if (wordsIn(fromTurn, toTurn) <= MANY_WORDS) return [{ fromTurn, toTurn }]
    return proposePassages(turns.slice(fromTurn, toTurn), speakers).map((range) => ({
      fromTurn: range.fromTurn + fromTurn,
      toTurn: range.toTurn + fromTurn,
    }))
  })
}
