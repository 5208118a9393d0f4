import type { TranscriptDraft } from "./transcriptDraft"

/** What reading a file comes to. */
export type TranscriptReading =
  | { readonly ok: true; readonly draft: TranscriptDraft }
  | { readonly ok: false; readonly problem: TranscriptProblem }

export function refused(problem: TranscriptProblem): TranscriptReading {
  return { ok: false, problem }
}

/** Why a file could not be read as a transcript. The interface says each in a sentence that tells what to do. */
export type TranscriptProblem =
  | { readonly code: "empty-file" }
  /** `limit` in bytes, in entries of the archive, or in paragraphs. */
  | {
      readonly code: "too-large"
      readonly what: "file" | "unpacked" | "entries" | "paragraphs"
      readonly limit: number
    }
  /** Its bytes are of another kind, whatever its name says. */
  | { readonly code: "unknown-format"; readonly looksLike: OtherKind | null; readonly extension: string }
  | { readonly code: "encrypted" }
  | {
      readonly code: "broken-docx"
      readonly because: "not-a-zip" | "damaged" | "no-document" | "doctype" | "bad-xml"
    }
  /** It says that it is one of these, and breaks off, or is not. */
  | { readonly code: "damaged"; readonly format: DamagedFormat }
  /** Neither text nor any known kind. */
  | { readonly code: "binary" }
  /** Read well, but not a word in it. */
  | { readonly code: "no-text" }

export const damagedFormats = ["json", "html", "rtr", "rtf", "odt"] as const
export type DamagedFormat = (typeof damagedFormats)[number]

export const otherKinds = [
  "old-word",
  "pdf",
  "html",
  "spreadsheet",
  "slides",
  "recording",
  "image",
  "archive",
  "program",
  "data",
  "sonal-corpus",
] as const
export type OtherKind = (typeof otherKinds)[number]
