import type { OtherKind } from "../../core/exchange/transcriptProblem"
import { recordingKind } from "./recordingKind"

/** What the first bytes of a file say it is; "text" where they say nothing. */
export type FileKind = "zip" | "ole" | "rtf" | "text" | OtherKind

const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"],
  ["{\\rtf", "rtf"],
  ["%PDF-", "pdf"],
  ["MZ", "program"],
  ["\x7fELF", "program"],
  ["\xcf\xfa\xed\xfe", "program"],
  ["\xca\xfe\xba\xbe", "program"],
  ["#!", "program"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!", "archive"],
  ["\x1f\x8b", "archive"],
]

export function fileKind(bytes: Uint8Array): FileKind {
  const start = latin1(bytes.subarray(0, 16))
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))
  // "MZ" is a way to begin a sentence too; a program has zero bytes at once.
  if (known && !(known[0] === "MZ" && !bytes.subarray(0, 64).includes(0))) return known[1]
  if (recordingKind(bytes, "")) return "recording"
  return /^\s*(<!doctype html|<html)/i.test(latin1(bytes.subarray(0, 256))) ? "html" : "text"
}

/** Each byte as the character of that number. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
