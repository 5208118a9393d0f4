import { originOfCues, readCues } from "../../core/exchange/cues"
import { linesOf, paragraphsOfMarkdown, paragraphsOfText } from "../../core/exchange/plainText"
import { isSonalText, paragraphsOfSonalText } from "../../core/exchange/sonalText"
import { draftTranscript, MOST_PARAGRAPHS, TooManyParagraphs } from "../../core/exchange/transcriptDraft"
import {
  refused,
  type TranscriptProblem,
  type TranscriptReading,
} from "../../core/exchange/transcriptProblem"
import { wordsOf } from "../../core/text"
import { decodeText } from "./decodeText"
import { fileKind } from "./fileKind"
import { readOffice } from "./office"
import { readData } from "./readData"
import { readPage } from "./readPage"
import { readRtf } from "./rtf"

export type { TranscriptReading }

/** A day of speech is half a megabyte; what is larger holds pictures, or is no transcript. */
export const TRANSCRIPT_BYTES = 32 * 1024 * 1024
/** Words alone: of a text that holds neither pictures nor what a program noted of each word. */
const TEXT_CHARACTERS = 4 * 1024 * 1024

/**
 * Reads a transcript file into a draft. The bytes decide what it is, the name only between kinds of text. Never throws on what a file holds.
 */
export function readTranscript(file: TranscriptFile): TranscriptReading {
  return bounded(() => readFile(file))
}

interface TranscriptFile {
  readonly name: string
  readonly bytes: Uint8Array
}

function readFile({ name, bytes }: TranscriptFile): TranscriptReading {
  if (bytes.length === 0) return refused({ code: "empty-file" })
  if (bytes.length > TRANSCRIPT_BYTES) {
    return refused({ code: "too-large", what: "file", limit: TRANSCRIPT_BYTES })
  }
  const extension = /\.([^.\s/\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ""
  const kind = fileKind(bytes)
  if (kind === "zip") return withWords(readOffice(bytes, extension))
  if (kind === "rtf") return withWords(readRtf(bytes))
  if (kind === "ole") return refused(oleProblem(bytes, extension))
  if (kind !== "text" && kind !== "html")
    return refused({ code: "unknown-format", looksLike: kind, extension })
  if (extension === "docx") return refused({ code: "broken-docx", because: "not-a-zip" })
  if (extension === "odt") return refused({ code: "damaged", format: "odt" })
  const text = decodeText(bytes)
  if (text === null) return refused({ code: "binary" })
  const page = kind === "html" || PAGES.has(extension)
  return withWords(page ? readPage(text, extension) : draftOf(text, extension))
}

const PAGES = new Set(["html", "htm", "sonal"])

/** Pasted words are read as a .txt file is; subtitles pasted whole are recognised. */
export function readPastedText(text: string): TranscriptReading {
  return bounded(() =>
    text.trim() === "" ? refused({ code: "empty-file" }) : withWords(draftOf(text, "txt")),
  )
}

function bounded(read: () => TranscriptReading): TranscriptReading {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof TooManyParagraphs)) throw error
    return refused({ code: "too-large", what: "paragraphs", limit: MOST_PARAGRAPHS })
  }
}

function draftOf(text: string, extension: string): TranscriptReading {
  const data = readData(text, extension)
  if (data) return data
  if (text.length > TEXT_CHARACTERS)
    return refused({ code: "too-large", what: "file", limit: TEXT_CHARACTERS })
  if (extension === "rtr" || isSonalText(text)) return readSonalText(text)
  const format = cueFormat(text, extension)
  if (format) {
    const { paragraphs, remarks } = readCues(text)
    return {
      ok: true,
      draft: draftTranscript(
        format,
        paragraphs,
        [{ kind: "caption-note", count: remarks }],
        originOfCues(text),
      ),
    }
  }
  if (extension === "md" || extension === "markdown") {
    return { ok: true, draft: draftTranscript("markdown", paragraphsOfMarkdown(text)) }
  }
  return { ok: true, draft: draftTranscript("text", paragraphsOfText(text)) }
}

function readSonalText(text: string): TranscriptReading {
  const read = isSonalText(text) ? paragraphsOfSonalText(text) : null
  if (!read) return refused({ code: "damaged", format: "rtr" })
  return { ok: true, draft: draftTranscript("sonal", read.paragraphs, read.notes) }
}

const TIMING = /^(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3} *-->/

function cueFormat(text: string, extension: string): "vtt" | "srt" | null {
  if (/^\uFEFF?WEBVTT(\s|$)/.test(text)) return "vtt"
  if ((extension === "vtt" || extension === "srt") && /^.{0,20}-->/m.test(text)) return extension
  const [first = "", second = ""] = linesOf(text.trimStart().slice(0, 200))
  return TIMING.test(first) || (/^\d+$/.test(first) && TIMING.test(second)) ? "srt" : null
}

function withWords(reading: TranscriptReading): TranscriptReading {
  if (!reading.ok) return reading
  return reading.draft.paragraphs.some(({ text }) => wordsOf(text).length > 0)
    ? reading
    : refused({ code: "no-text" })
}

/** Word wraps a .docx that needs a password in the container of the old .doc files. */
function oleProblem(bytes: Uint8Array, extension: string): TranscriptProblem {
  const names = Buffer.from(bytes).toString("utf16le")
  const shifted = Buffer.from(bytes.subarray(1)).toString("utf16le")
  if (names.includes("EncryptedPackage") || shifted.includes("EncryptedPackage")) return { code: "encrypted" }
  const looksLike = /^xls/.test(extension) ? "spreadsheet" : /^ppt/.test(extension) ? "slides" : "old-word"
  return { code: "unknown-format", looksLike, extension }
}
