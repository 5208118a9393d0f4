/**
 * A transcript on its way in: the paragraphs of a file with what was recognised at their edges, and nothing
 * decided yet. The person who imports says which labels speak; `applyLabels` then makes the turns. Until then
 * every word of the file stands in some paragraph's `text`.
 */
import type { Clip } from "../model"
import { storable } from "../text"
import type { SaidWord } from "../wordTimes"
import { recogniseHeader } from "./header"
import { detectLabels } from "./labels"
import { cutAfterStamps } from "./times"

export const transcriptFormats = [
  "docx",
  "text",
  "markdown",
  "vtt",
  "srt",
  "whisper",
  "noscribe",
  "sonal",
  "otranscribe",
  "rtf",
  "odt",
] as const
export type TranscriptFormat = (typeof transcriptFormats)[number]

/** Who wrote the words down: a program that listened, where the file tells; most do not tell. */
export type TranscriptOrigin = "machine" | "untold"

/** What may be the structure of a paragraph: who speaks, when. Offsets are into the paragraph's text. */
export interface Header {
  /** Null where only a time was found; or, where stated, nobody. */
  readonly label: string | null
  /** The format itself says who speaks (a voice tag): no guess. */
  readonly stated: boolean
  readonly startMs: number | null
  readonly endMs: number | null
  /** Where the words begin, should the label not speak: after the time, if one in brackets leads. */
  readonly labelFrom: number
  /** Where the words begin, should the label speak. */
  readonly textFrom: number
  /** Where the words end: before the time at the end of the paragraph, if there is one. */
  readonly textTo: number
}

/** One paragraph as a format's reader found it. `header` when the format itself says who speaks. */
export interface ReadParagraph {
  /** Never holds a line break; never empty. */
  readonly text: string
  readonly heading?: boolean
  /** The time of a subtitle cue: it stands outside the text. */
  readonly cue?: Clip | null
  readonly header?: Header
  /** Its words, where the format says when each was said. */
  readonly words?: readonly SaidWord[]
}

export interface DraftParagraph {
  readonly text: string
  readonly heading: boolean
  readonly cue: Clip | null
  readonly header: Header | null
}

export interface DetectedLabel {
  readonly label: string
  readonly count: number
  /** The first words said under it; at most three. */
  readonly samples: readonly string[]
  /** Our guess: a speaker, not a word followed by a colon. */
  readonly speaks: boolean
  /** Our guess, by the label alone. */
  readonly interviewer: boolean
  /** The more frequent label of which this one looks like a misspelling. */
  readonly like: string | null
}

/** What stood in the file and does not stand in the paragraphs. */
export const noteKinds = [
  "deletion",
  "comment",
  "footnote",
  "endnote",
  "image",
  "symbol",
  "hidden-text",
  "field-code",
  "page-header",
  "caption-note",
  "program-note",
  "pseudonym",
  "coding",
] as const
export type NoteKind = (typeof noteKinds)[number]

export interface DraftNote {
  readonly kind: NoteKind
  readonly count: number
}

export interface TranscriptDraft {
  readonly format: TranscriptFormat
  readonly origin: TranscriptOrigin
  readonly paragraphs: readonly DraftParagraph[]
  /** In the order of their first appearance. */
  readonly labels: readonly DetectedLabel[]
  /** Only kinds that were met. */
  readonly notes: readonly DraftNote[]
  /** When words were said, in their order; left out where the file does not tell. */
  readonly words?: readonly SaidWord[]
}

/** A day of speech that changes hands every two seconds. */
export const MOST_PARAGRAPHS = 50_000

/** A file is of more paragraphs than anybody says: looking at each of them would take everybody's time. */
export class TooManyParagraphs extends Error {
  override readonly name = "TooManyParagraphs"
}

/**
 * Recognises headers and labels in what a format's reader found. Drops no paragraph, and no character that can be kept.
 * Throws `TooManyParagraphs`.
 */
export function draftTranscript(
  format: TranscriptFormat,
  read: readonly ReadParagraph[],
  notes: readonly DraftNote[] = [],
  origin: TranscriptOrigin = "untold",
): TranscriptDraft {
  if (read.length > MOST_PARAGRAPHS) throw new TooManyParagraphs()
  const paragraphs = read.flatMap(draftParagraphs)
  const words = read.flatMap((paragraph) => paragraph.words ?? [])
  return {
    format,
    origin,
    paragraphs,
    labels: detectLabels(paragraphs),
    notes: notes.filter(({ count }) => count > 0),
    ...(words.length > 0 && { words }),
  }
}

/** One, unless stamps of f4 stand inside the words: a time may not be left among what will be coded. */
function draftParagraphs({ heading = false, cue = null, header, ...read }: ReadParagraph): DraftParagraph[] {
  const text = storable(read.text)
  if (heading || header) return [{ text, heading, cue, header: header ?? null }]
  const from = recogniseHeader(text)?.textFrom ?? 0
  const [first, ...rest] = cutAfterStamps(text.slice(from))
  const pieces = [text.slice(0, from) + first, ...rest].filter((piece) => piece !== "")
  return pieces.map((piece) => ({ text: piece, heading, cue, header: recogniseHeader(piece) }))
}
