import type { Clip } from "../model"
import type { SaidWord } from "../wordTimes"
import { isObject, type JsonObject } from "./json"
import type { ReadParagraph } from "./transcriptDraft"
import { clipOf, oneLine, timeMs, voiceParagraph } from "./voice"

/**
 * What Whisper and the programs around it write as JSON: `segments` (OpenAI, faster-whisper, WhisperX with
 * speakers), `transcription` (whisper.cpp), `speakers` or `chunks` (the pipelines of Hugging Face), or a bare list.
 * One paragraph a segment, with its time and those of its words, where the file has them; null where a value holds no
 * such list.
 */
export function paragraphsOfWhisper(value: unknown): ReadParagraph[] | null {
  const segments = segmentsOf(value)
  if (!segments) return null
  // Where nobody is named anywhere, names may still stand before the words, as in subtitles.
  const named = segments.some((segment) => speakerOf(segment) !== null)
  // Some programs list the words beside the segments: they go along with the first.
  let beside = isObject(value) ? wordsIn(value.words) : []
  return segments.flatMap((segment) => {
    const paragraph = named
      ? voiceParagraph(speakerOf(segment), textOf(segment), cueOf(segment))
      : { text: oneLine(textOf(segment)), cue: cueOf(segment) }
    if (!paragraph || paragraph.text === "") return []
    const words = [...beside, ...wordsIn(segment.words), ...piecesIn(segment.tokens)]
    beside = []
    return [{ ...paragraph, ...(words.length > 0 && { words }) }]
  })
}

function segmentsOf(value: unknown): readonly JsonObject[] | null {
  const { segments, transcription, speakers, chunks } = isObject(value) ? value : {}
  return [value, segments, transcription, speakers, chunks].find(isSegments) ?? null
}

/** Some piece has a time: other lists of texts are no transcript. */
function isSegments(value: unknown): value is readonly JsonObject[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && typeof one.text === "string") &&
    value.some((one) => cueOf(one) !== null)
  )
}

function wordsIn(value: unknown): SaidWord[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((said) => {
    if (!isObject(said)) return []
    const text = said.word ?? said.text
    const startMs = cueOf(said)?.startMs ?? null
    return typeof text === "string" && startMs !== null ? [{ text: oneLine(text), startMs }] : []
  })
}

/** whisper.cpp tells of pieces of words: one that begins with a space begins a word. */
function piecesIn(value: unknown): SaidWord[] {
  if (!Array.isArray(value)) return []
  const begun = value.filter((piece) => isObject(piece) && /^\s\S/u.test(String(piece.text)))
  return wordsIn(begun)
}

const textOf = ({ text }: JsonObject) => String(text)

/** "SPEAKER_00"; some programs write the number alone. */
function speakerOf({ speaker }: JsonObject): string | null {
  if (typeof speaker === "number") return `SPEAKER_${String(speaker).padStart(2, "0")}`
  return typeof speaker === "string" && speaker.trim() !== "" ? speaker : null
}

function cueOf({ offsets, timestamp, start, end }: JsonObject): Clip | null {
  if (isObject(offsets)) return clipOf(timeMs(offsets.from, 1), timeMs(offsets.to, 1))
  const [from, to] = Array.isArray(timestamp) ? timestamp : [start, end]
  return clipOf(timeMs(from), timeMs(to))
}
