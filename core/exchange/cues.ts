import { type Clip, LONGEST_MS } from "../model"
import { decodeEntities } from "./entities"
import { clockMs } from "./times"
import type { ReadParagraph, TranscriptOrigin } from "./transcriptDraft"
import { voiceParagraph } from "./voice"

export interface ReadCues {
  readonly paragraphs: readonly ReadParagraph[]
  /** NOTE, STYLE and REGION blocks, which nobody said. */
  readonly remarks: number
}

const CLOCK = String.raw`(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`
const TIMING = new RegExp(String.raw`^\s*${CLOCK}\s*-->\s*${CLOCK}(\s.*)?$`)
const REMARK = /^(NOTE|STYLE|REGION)(\s|$)/

/** The cues of WebVTT or SubRip text: one paragraph a line, or a voice, each with its cue's time. */
export function readCues(text: string): ReadCues {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r]/)
  const paragraphs: ReadParagraph[] = []
  let remarks = 0
  let cue: Clip | null = null
  let skipping = /^WEBVTT/.test(lines[0] ?? "")
  lines.forEach((line, index) => {
    const timing = TIMING.exec(line)
    if (timing) {
      cue = cueOf(clockMs(timing.slice(1)), clockMs(timing.slice(5)))
      skipping = false
    } else if (line.trim() === "") {
      skipping = false
    } else if (opensBlock(lines, index) && REMARK.test(line)) {
      remarks++
      skipping = true
    } else if (!skipping && !(TIMING.test(lines[index + 1] ?? "") && isIdentifier(lines, index))) {
      paragraphs.push(...voicesOf(line, cue))
    }
  })
  return { paragraphs, remarks }
}

/** Hours may have any number of digits; of no recording are there so many. */
function cueOf(startMs: number, endMs: number): Clip | null {
  return Math.max(startMs, endMs) > LONGEST_MS ? null : { startMs, endMs }
}

/** Teams numbers the cues it made after the meeting; noScribe says that it made them. Others do not tell. */
export function originOfCues(text: string): TranscriptOrigin {
  return /^[\da-f-]{36}\/\d+(-\d+)?[ \t]*\r?$/m.test(text) || /\bnoScribe vers\b/.test(text)
    ? "machine"
    : "untold"
}

const opensBlock = (lines: readonly string[], index: number) => (lines[index - 1] ?? "").trim() === ""

/** The line above a timing names the cue when it stands apart, or is a number that lost its empty line. */
const isIdentifier = (lines: readonly string[], index: number) =>
  opensBlock(lines, index) || /^\d+$/.test(lines[index]!.trim())

function voicesOf(line: string, cue: Clip | null): ReadParagraph[] {
  const parts = line.split(/<v(?:\.[^\s>]*)?\s+([^<>]{1,200})>/i)
  const voices = [voiceOf(null, parts[0]!, cue)]
  for (let at = 1; at < parts.length; at += 2) voices.push(voiceOf(parts[at]!, parts[at + 1]!, cue))
  return voices.filter((voice) => voice !== null)
}

function voiceOf(name: string | null, marked: string, cue: Clip | null): ReadParagraph | null {
  const words = withoutMarks(marked)
  if (words === "") return null
  const label = name && withoutMarks(name).replace(/\s+/g, " ")
  return label ? voiceParagraph(label, words, cue) : { text: words, cue }
}

function withoutMarks(marked: string): string {
  return decodeEntities(marked.replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\an?\d+\}/gi, "")).trim()
}
