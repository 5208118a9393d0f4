import { isObject, parseJson } from "../../core/exchange/json"
import { paragraphsOfOTranscribe } from "../../core/exchange/oTranscribe"
import { draftTranscript } from "../../core/exchange/transcriptDraft"
import { type OtherKind, refused, type TranscriptReading } from "../../core/exchange/transcriptProblem"
import { paragraphsOfWhisper } from "../../core/exchange/whisper"

/** Names that promise JSON: what is none is refused under them, and not read as if somebody had said it. */
const DATA = new Set(["json", "otr", "crp"])

/** Reads a transcript that is a JSON value; null where the text is no JSON and its name did not say it would be. */
export function readData(text: string, extension: string): TranscriptReading | null {
  const promised = DATA.has(extension)
  if (!promised && !/^\s*[{[]/.test(text)) return null
  const value = parseJson(text)
  if (typeof value !== "object" || value === null) {
    return promised ? refused({ code: "damaged", format: "json" }) : null
  }
  const whisper = paragraphsOfWhisper(value)
  if (whisper) return { ok: true, draft: draftTranscript("whisper", whisper, [], "machine") }
  if (isOTranscribe(value, extension)) {
    return { ok: true, draft: draftTranscript("otranscribe", paragraphsOfOTranscribe(value.text)) }
  }
  const looksLike: OtherKind = isObject(value) && Array.isArray(value.tabEnt) ? "sonal-corpus" : "data"
  return refused({ code: "unknown-format", looksLike, extension })
}

function isOTranscribe(value: unknown, extension: string): value is { readonly text: string } {
  if (!isObject(value) || typeof value.text !== "string") return false
  return extension === "otr" || "media" in value || "media-time" in value
}
