import type { Transcribing } from "../db/schema"

/** Whether a transcript is open to corrections; false from the moment somebody has said that it is ready. */
export function isTranscribed({ transcribing }: { readonly transcribing: Transcribing | null }): boolean {
  return transcribing?.closedBy === null
}
