import type { PlacedTurn, Speaker, Transcript } from "../../core/model"
import { TURN_BREAK, textOf } from "../../core/text"

/**
 * A transcript on its way to a page: its text once, and beside it, by turn, what is not text. As objects of their own a
 * thousand turns are twice as large, and take the server and the browser several times as long to write and to read.
 */
export interface PackedTranscript {
  readonly text: string
  readonly speakers: readonly Speaker[]
  /** By turn: how long its text is. */
  readonly lengths: readonly number[]
  /** By turn: the number of its speaker in `speakers`; −1 where it has none. */
  readonly saidBy: readonly number[]
  /** By turn, when it begins and when it ends, in milliseconds; left out where no turn has a time. */
  readonly starts: readonly (number | null)[] | null
  readonly ends: readonly (number | null)[] | null
}

export function packTranscript({ turns, speakers }: Transcript): PackedTranscript {
  const numberOf = new Map(speakers.map(({ id }, number) => [id, number]))
  const given = (times: readonly (number | null)[]) => (times.some((time) => time !== null) ? times : null)
  return {
    text: textOf(turns),
    speakers,
    lengths: turns.map(({ text }) => text.length),
    saidBy: turns.map(({ speaker }) => (speaker === null ? -1 : (numberOf.get(speaker) ?? -1))),
    starts: given(turns.map(({ startMs }) => startMs)),
    ends: given(turns.map(({ endMs }) => endMs)),
  }
}

/** The same transcript again, its turns with their places in the text. A turn of nobody among the speakers has none. */
export function unpackTranscript({ text, speakers, lengths, saidBy, starts, ends }: PackedTranscript): {
  readonly turns: readonly PlacedTurn[]
  readonly speakers: readonly Speaker[]
} {
  let from = 0
  const turns = lengths.map((length, index) => {
    const to = from + length
    const turn = {
      speaker: speakers[saidBy[index]!]?.id ?? null,
      startMs: starts?.[index] ?? null,
      endMs: ends?.[index] ?? null,
      text: text.slice(from, to),
      ...{ index, from, to },
    }
    from = to + TURN_BREAK.length
    return turn
  })
  return { turns, speakers }
}
