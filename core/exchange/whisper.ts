import type { Clip } from "../model"
import { isObject, type JsonObject } from "./json"
import type { ReadParagraph } from "./transcriptDraft"
import { clipOf, oneLine, timeMs, voiceParagraph } from "./voice"

/**
 * What Whisper and the programs around it write as JSON: `segments` (OpenAI, faster-whisper, WhisperX with
 * speakers), `transcription` (whisper.cpp), `speakers` or `chunks` (the pipelines of Hugging Face), or a bare list.
 * One paragraph a segment, with its time; null where a value holds no such list. Words have times of their own in
 * some of these files: a turn has room for its start and end only, which are its first and last segment's.
 */
export function paragraphsOfWhisper(value: unknown): ReadParagraph[] | null {
  const segments = segmentsOf(value)
  if (!segments) return null
  // Where nobody is named anywhere, names may still stand before the words, as in subtitles.
  const named = segments.some((segment) => speakerOf(segment) !== null)
  return segments.flatMap((segment) => {
    const paragraph = named
      ? voiceParagraph(speakerOf(segment), textOf(segment), cueOf(segment))
      : { text: oneLine(textOf(segment)), cue: cueOf(segment) }
    return paragraph && paragraph.text !== "" ? [paragraph] : []
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
