import { type DraftNote, draftTranscript } from "../../core/exchange/transcriptDraft"
import type { OtherKind, TranscriptProblem, TranscriptReading } from "../../core/exchange/transcriptProblem"
import { paragraphsOfBlocks } from "./blocks"
import { decodeText } from "./decodeText"
import { BrokenXml, readBody } from "./docxBody"
import { type UnzipLimits, unzip } from "./unzip"

export const DOCX_LIMITS: UnzipLimits = { unpackedBytes: 64 * 1024 * 1024, ratio: 400, entries: 10_000 }

const DOCUMENT = /^word\/document\d*\.xml$/i

/** Reads the main text of a Word document; `extension` is that of the file's name, to say what else a zip may be. */
export function readDocx(bytes: Uint8Array, extension: string): TranscriptReading {
  const unpacked = unzip(bytes, (name) => DOCUMENT.test(name) || name === "mimetype", DOCX_LIMITS)
  if (!unpacked.ok) return { ok: false, problem: zipProblem(unpacked.because) }
  const { names, files } = unpacked
  const document = [...files].find(([name]) => DOCUMENT.test(name))?.[1]
  if (!document) return { ok: false, problem: notWord(names, files, extension) }
  const xml = decodeText(document)
  if (xml === null) return { ok: false, problem: { code: "broken-docx", because: "bad-xml" } }
  try {
    const body = readBody(xml)
    const notes: DraftNote[] = [...body.notes, { kind: "page-header", count: countPageHeaders(names) }]
    return { ok: true, draft: draftTranscript("docx", paragraphsOfBlocks(body.blocks), notes) }
  } catch (error) {
    if (error instanceof BrokenXml)
      return { ok: false, problem: { code: "broken-docx", because: error.because } }
    throw error
  }
}

function zipProblem(because: "damaged" | "encrypted" | "unpacked" | "entries"): TranscriptProblem {
  switch (because) {
    case "encrypted":
      return { code: "encrypted" }
    case "unpacked":
      return { code: "too-large", what: "unpacked", limit: DOCX_LIMITS.unpackedBytes }
    case "entries":
      return { code: "too-large", what: "entries", limit: DOCX_LIMITS.entries }
    case "damaged":
      return { code: "broken-docx", because: "damaged" }
  }
}

function notWord(
  names: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  extension: string,
): TranscriptProblem {
  const mimetype = Buffer.from(files.get("mimetype") ?? []).toString("latin1")
  const has = (folder: string) => names.some((name) => name.startsWith(folder))
  const other = (looksLike: OtherKind): TranscriptProblem => ({
    code: "unknown-format",
    looksLike,
    extension,
  })
  if (mimetype.startsWith("application/vnd.oasis.opendocument.text")) return other("odt")
  if (has("xl/") || mimetype.includes("spreadsheet")) return other("spreadsheet")
  if (has("ppt/") || mimetype.includes("presentation")) return other("slides")
  if (extension === "docx" || has("word/")) return { code: "broken-docx", because: "no-document" }
  return other("archive")
}

const countPageHeaders = (names: readonly string[]) =>
  names.filter((name) => /^word\/(header|footer)\d*\.xml$/i.test(name)).length
