import { isLost } from "../../core/anchor"
import { cutToPassage } from "../../core/cutting"
import type { Passage } from "../../core/model"
import type { HandedCoding, SuggestedCode } from "../../core/reading"
import { resolverOf } from "../../core/ydoc/anchors"
import type { LayerCoding, SuggestedLayerCode } from "../../core/ydoc/layer"
import type { LoadedTranscript } from "../documents"

export interface Cut {
  /** In the order of the text, then of their ids: the same codings give the same row (B10). */
  readonly codings: readonly HandedCoding[]
  /** Codings whose words are gone: told to their coder, never counted, never dropped from the layer. */
  readonly lost: readonly string[]
}

/**
 * The part of some codings that lies in a passage, in words of the passage. A coding that crosses the border crosses
 * only as its cut: neither the rest of its words nor its full quote (B16).
 */
export function cutCodings(
  codings: readonly LayerCoding[],
  passage: Passage,
  transcript: LoadedTranscript,
): Cut {
  const lost: string[] = []
  const spanOf = resolverOf(transcript.doc, transcript.text)
  const placed = codings.flatMap((coding) => {
    const span = spanOf(coding.anchor)
    if (isLost(span)) {
      lost.push(coding.id)
      return []
    }
    return [{ ...coding, ...span, memo: coding.shareMemo ? coding.memo : null }]
  })
  const cut = cutToPassage(placed, passage, transcript.text)
  const inOrder = cut.sort(
    (one, other) =>
      one.text.from - other.text.from || one.text.to - other.text.to || (one.id < other.id ? -1 : 1),
  )
  return { codings: inOrder, lost }
}

/** The suggested codes that handed-in codings use, by name: no other may cross (B17). */
export function suggestionsUsed(
  codings: readonly HandedCoding[],
  suggested: readonly SuggestedLayerCode[],
): SuggestedCode[] {
  const used = new Set(codings.map((coding) => coding.code))
  return suggested
    .filter((code) => used.has(code.id))
    .map(({ id, name, definition }) => ({ id, name, definition }))
    .sort((one, other) => one.name.localeCompare(other.name, "fr") || (one.id < other.id ? -1 : 1))
}
