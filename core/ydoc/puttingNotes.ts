/** Which remarks of a transcript are marks of its live notes: held by their characters, as a coding is. */
import type * as Y from "yjs"
import type { PutIn } from "../fieldNotes"
import type { Span } from "../model"
import { edgesOf } from "./anchors"
import { idsOf } from "./editing"

/** What to remember of a remark that stands there now; null where nothing does. */
export function putAt(transcript: Y.Doc, span: Span): PutIn | null {
  const ranges = idsOf(transcript.getText("text"), span)
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return null
  return {
    first: { client: first.client, clock: first.clock },
    last: { client: last.client, clock: last.clock + last.length - 1 },
  }
}

/**
 * Whether anything stands of a remark: not once it was taken back or deleted, again when that was taken back. Good until
 * the transcript changes.
 */
export function standsIn(transcript: Y.Doc): (put: PutIn) => boolean {
  const edges = edgesOf(transcript)
  return ({ first, last }) => {
    const span = edges({ start: { item: first, assoc: 0 }, end: { item: last, assoc: -1 } })
    return span !== null && span.to > span.from
  }
}
