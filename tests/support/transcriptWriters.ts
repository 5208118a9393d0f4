import type { Spoken } from "./spoken"

/** Each writes an interview as another program would, as small as that program's readers would take it. */

/** The times of a turn's pieces: of equal length, the first from its start, the last to its end. */
export function timedPieces({ startMs, endMs, pieces }: Spoken) {
  const border = (index: number) => startMs + Math.floor(((endMs - startMs) * index) / pieces.length)
  return pieces.map((text, index) => ({ text, startMs: border(index), endMs: border(index + 1) }))
}

export function whisperX(turns: readonly Spoken[]): string {
  const segments = turns.flatMap((turn) =>
    timedPieces(turn).map(({ text, startMs, endMs }) => ({
      start: startMs / 1000,
      end: endMs / 1000,
      text: ` ${text}`,
      words: text.split(" ").map((word) => ({ word, start: startMs / 1000, end: endMs / 1000, score: 0.5 })),
      speaker: turn.label,
    })),
  )
  return JSON.stringify({ segments, word_segments: [], language: "fr" })
}

/** whisper.cpp counts in milliseconds; its speakers are a number a segment. */
export function whisperCpp(turns: readonly Spoken[]): string {
  const transcription = turns.flatMap((turn) =>
    timedPieces(turn).map(({ text, startMs, endMs }) => ({
      timestamps: { from: "00:00:00,000", to: "00:00:00,000" },
      offsets: { from: startMs, to: endMs },
      text: ` ${text}`,
      speaker: turn.label,
    })),
  )
  return JSON.stringify({ result: { language: "fr" }, transcription }, null, "\t")
}
