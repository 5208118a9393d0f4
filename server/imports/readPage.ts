import { paragraphsOfNoScribe } from "../../core/exchange/noScribe"
import { paragraphsOfSonal } from "../../core/exchange/sonal"
import { draftTranscript, type TranscriptDraft } from "../../core/exchange/transcriptDraft"
import { refused, type TranscriptReading } from "../../core/exchange/transcriptProblem"

/** Reads a transcript that its program keeps as a web page; other pages are refused, and those that break off. */
export function readPage(html: string, extension: string): TranscriptReading {
  const draft = noScribe(html) ?? sonal(html)
  if (draft && /<\/html>\s*$/i.test(html)) return { ok: true, draft }
  if (draft || extension === "sonal") return refused({ code: "damaged", format: "html" })
  return refused({ code: "unknown-format", looksLike: "html", extension })
}

function noScribe(html: string): TranscriptDraft | null {
  const read = paragraphsOfNoScribe(html)
  const mention = { kind: "program-note", count: read?.mentions ?? 0 } as const
  return read && draftTranscript("noscribe", read.paragraphs, [mention], "machine")
}

function sonal(html: string): TranscriptDraft | null {
  const read = paragraphsOfSonal(html)
  return read && draftTranscript("sonal", read.paragraphs, read.notes)
}
