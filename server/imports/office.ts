import {
  type OtherKind,
  refused,
  type TranscriptProblem,
  type TranscriptReading,
} from "../../core/exchange/transcriptProblem"
import { readDocx } from "./docx"
import { latin1 } from "./fileKind"
import { readOdt } from "./odt"
import { type UnzipLimits, type Unzipped, unzip } from "./unzip"

export const OFFICE_LIMITS: UnzipLimits = { unpackedBytes: 64 * 1024 * 1024, ratio: 400, entries: 10_000 }

const DOCUMENT = /^word\/document\d*\.xml$/i
const PARTS = new Set(["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"])
const ODT = "application/vnd.oasis.opendocument.text"

/** Reads a document of a word processor, which is a zip; `extension` is that of its name, to say what else it may be. */
export function readOffice(bytes: Uint8Array, extension: string): TranscriptReading {
  const unpacked = unzip(bytes, (name) => DOCUMENT.test(name) || PARTS.has(name), OFFICE_LIMITS)
  if (!unpacked.ok) return refused(zipProblem(unpacked.because, bytes, extension))
  const { names, files } = unpacked
  const document = [...files].find(([name]) => DOCUMENT.test(name))?.[1]
  if (document) return readDocx(document, names)
  const content = files.get("content.xml")
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString("latin1")
  if (!text("mimetype").startsWith(ODT) && !(content && extension === "odt")) {
    return refused(notText(names, text("mimetype"), extension))
  }
  if (text("META-INF/manifest.xml").includes("encryption-data")) return refused({ code: "encrypted" })
  return content ? readOdt(content, files.get("styles.xml")) : refused({ code: "damaged", format: "odt" })
}

type Because = Extract<Unzipped, { readonly ok: false }>["because"]

function zipProblem(because: Because, bytes: Uint8Array, extension: string): TranscriptProblem {
  switch (because) {
    case "encrypted":
      return { code: "encrypted" }
    case "unpacked":
      return { code: "too-large", what: "unpacked", limit: OFFICE_LIMITS.unpackedBytes }
    case "entries":
      return { code: "too-large", what: "entries", limit: OFFICE_LIMITS.entries }
    case "damaged": {
      // OpenDocument puts what it is first in the file, unpacked.
      const odt = extension === "odt" || latin1(bytes.subarray(0, 128)).includes(ODT)
      return odt ? { code: "damaged", format: "odt" } : { code: "broken-docx", because: "damaged" }
    }
  }
}

function notText(names: readonly string[], mimetype: string, extension: string): TranscriptProblem {
  const has = (folder: string) => names.some((name) => name.startsWith(folder))
  const other = (looksLike: OtherKind): TranscriptProblem => ({
    code: "unknown-format",
    looksLike,
    extension,
  })
  if (has("xl/") || mimetype.includes("spreadsheet")) return other("spreadsheet")
  if (has("ppt/") || mimetype.includes("presentation")) return other("slides")
  if (extension === "docx" || has("word/")) return { code: "broken-docx", because: "no-document" }
  return other("archive")
}
