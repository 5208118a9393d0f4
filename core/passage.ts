import type { Speaker, Turn } from "./model"
import { wordsOf } from "./text"

/** A passage as the turns it is made of; `toTurn` is excluded. */
export interface TurnRange {
  readonly fromTurn: number
  readonly toTurn: number
}

/** From here on, the next real question begins a new passage. */
const ENOUGH_WORDS = 300
/** From here on, any turn does. */
const MANY_WORDS = 600
/** Less than this at the end goes with what comes before. */
const TOO_FEW_WORDS = 150
/** A longer remark of the interviewer counts as a question without its mark. */
const PROMPT_WORDS = 4

/**
 * Cuts a transcript into passages to be coded and completed one by one (C6): about a question of the guide each,
 * short prompts absorbed. Every turn is in exactly one passage. It is a proposal: borders can be moved until
 * somebody completes a passage.
 */
export function proposePassages(
  turns: readonly Pick<Turn, "speaker" | "text">[],
  speakers: readonly Pick<Speaker, "id" | "interviewer">[],
): TurnRange[] {
  const interviewers = new Set(speakers.filter((speaker) => speaker.interviewer).map((speaker) => speaker.id))
  const counts = turns.map((turn) => wordsOf(turn.text).length)
  const isQuestion = (at: number) => {
    const { speaker, text } = turns[at]!
    return (
      speaker !== null &&
      interviewers.has(speaker) &&
      (/\?[\s»"”)]*$/u.test(text) || counts[at]! > PROMPT_WORDS)
    )
  }

  const starts: number[] = []
  let words = 0
  for (const [at, count] of counts.entries()) {
    const begins = starts.length === 0 || words >= MANY_WORDS || (words >= ENOUGH_WORDS && isQuestion(at))
    if (begins) {
      starts.push(at)
      words = 0
    }
    words += count
  }
  if (starts.length > 1 && words < TOO_FEW_WORDS) starts.pop()
  return rangesFrom(starts, turns.length)
}

/** The passage's end moved to a turn edge; null when that would leave it or the next one without a turn. */
export function moveBorder(
  passages: readonly TurnRange[],
  index: number,
  toTurn: number,
): TurnRange[] | null {
  const before = passages[index]
  const after = passages[index + 1]
  if (!before || !after || !Number.isInteger(toTurn)) return null
  if (toTurn <= before.fromTurn || toTurn >= after.toTurn) return null
  return replaced(passages, index, 2, [
    { fromTurn: before.fromTurn, toTurn },
    { fromTurn: toTurn, toTurn: after.toTurn },
  ])
}

/** The passage that holds this turn, in two: the second begins with it. Null where a passage begins already. */
export function splitAt(passages: readonly TurnRange[], turn: number): TurnRange[] | null {
  const index = passages.findIndex(({ fromTurn, toTurn }) => fromTurn < turn && turn < toTurn)
  const whole = passages[index]
  if (!whole || !Number.isInteger(turn)) return null
  return replaced(passages, index, 1, [
    { fromTurn: whole.fromTurn, toTurn: turn },
    { fromTurn: turn, toTurn: whole.toTurn },
  ])
}

/** The passage and the one after it as one; null for the last. */
export function joinWithNext(passages: readonly TurnRange[], index: number): TurnRange[] | null {
  const before = passages[index]
  const after = passages[index + 1]
  if (!before || !after) return null
  return replaced(passages, index, 2, [{ fromTurn: before.fromTurn, toTurn: after.toTurn }])
}

function rangesFrom(starts: readonly number[], end: number): TurnRange[] {
  return starts.map((fromTurn, place) => ({ fromTurn, toTurn: starts[place + 1] ?? end }))
}

function replaced(
  passages: readonly TurnRange[],
  at: number,
  count: number,
  by: readonly TurnRange[],
): TurnRange[] {
  return [...passages.slice(0, at), ...by, ...passages.slice(at + count)]
}
