import type * as Y from "yjs"
import { eraseWords, type Piece } from "../../core/erasing"
import { textOf } from "../../core/text"
import { requoteLayer } from "../../core/ydoc/erasing"
import { takeQuotesAnew } from "../../core/ydoc/lateQuotes"
import { readTranscript } from "../../core/ydoc/source"
import { applyAll, collect } from "./collect"

/** What a layer is to say once words were erased. Transcripts as updates. */
export interface Requoting {
  /** The transcript before; null where only late entries are taken anew. */
  readonly before: Uint8Array | null
  readonly after: Uint8Array
  readonly pieces: readonly Piece[]
  /** The word that is erased wherever it stands; null: none. */
  readonly words: string | null
  readonly mark: string
  /** Entries that were written meanwhile, as JSON. */
  readonly late: readonly string[]
}

/** A layer as one update, without what was erased: see `requoteLayer`, `takeQuotesAnew`. */
export function requote(updates: readonly Uint8Array[], how: Requoting): Uint8Array {
  const { before, pieces, words, mark, late } = how
  const clean = (text: string) => (words === null ? text : eraseWords(text, words, mark))
  const after = opened(how.after)
  const was = before && opened(before)
  return collect(updates, (layer) => {
    if (was) requoteLayer(layer, { before: was, after, pieces }, clean)
    if (late.length > 0) takeQuotesAnew(layer, after, new Set(late))
  }).state
}

function opened(state: Uint8Array): { readonly doc: Y.Doc; readonly text: string } {
  const doc = applyAll([state])
  return { doc, text: textOf(readTranscript(doc).turns) }
}
