import * as Y from "yjs"
import { textOf } from "../../core/text"
import { quotesOtherwise, takeQuotesAnew } from "../../core/ydoc/lateQuotes"
import { readTranscript } from "../../core/ydoc/source"
import { applyAll } from "./collect"

/** The transcript by which quotes in a layer are checked, since words of it were erased. */
export interface TranscriptNow {
  readonly state: Uint8Array
  readonly text: string
}

/** An update for a layer that quotes what stands in the transcript no more. */
export interface LateUpdate {
  /** All that the layer holds already. */
  readonly held: readonly Uint8Array[]
  /** The state vector of what it holds. */
  readonly vector: Uint8Array
  readonly update: Uint8Array
  readonly late: readonly string[]
  readonly transcript: Uint8Array
}

/** The entries of an update, as JSON, that quote otherwise than the transcript reads. For updates that were read. */
export function lateEntries(update: Uint8Array, text: string): string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    const content = struct instanceof Y.Item ? struct.content : null
    const values: unknown[] =
      content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr : []
    return values.filter((value) => quotesOtherwise(value, text)).map((value) => JSON.stringify(value))
  })
}

/**
 * What takes the place of such an update: the same entries under the same ids with quotes of today, and no byte of the
 * others. Who wrote it and has the old ones gets them replaced by it. Null while it waits for what is not here.
 */
export function withQuotesOfToday({ held, vector, update, late, transcript }: LateUpdate): Uint8Array | null {
  const layer = new Y.Doc()
  const source = applyAll([transcript])
  try {
    for (const each of [...held, update]) Y.applyUpdate(layer, each)
    const isHere = Y.decodeUpdate(update).structs.every(
      ({ id, length }) => Y.getState(layer.store, id.client) >= id.clock + length,
    )
    if (!isHere) return null
    const text = textOf(readTranscript(source).turns)
    takeQuotesAnew(layer, { doc: source, text }, new Set(late))
    return Y.encodeStateAsUpdate(layer, vector)
  } finally {
    layer.destroy()
    source.destroy()
  }
}
