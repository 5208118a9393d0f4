/** Agreement along a text: in how much of what is coded in each part of it, coders agree. */
import type { CodedDocument } from "./documents"
import { share } from "./figure"
import { codableText, endOffset } from "./prepare"
import type { Bin } from "./result"

export interface Along {
  readonly add: (from: number, to: number, alike: number, decisions: number) => void
  readonly bins: () => Bin[]
}

/** Parts of equal length in text that can be coded; told with the document's own offsets. */
export function alongText(document: CodedDocument, bins: number): Along {
  const text = codableText(document)
  const count = Math.max(1, Math.min(bins, text.length))
  const bounds = Float64Array.from({ length: count + 1 }, (_, bin) => Math.floor((bin * text.length) / count))
  const alike = new Float64Array(count)
  const decisions = new Float64Array(count)
  return {
    add: (from, to, alikeHere, decisionsHere) => {
      let bin = Math.floor((from * count) / text.length)
      while (bounds[bin + 1]! <= from) bin++
      for (; bin < count && bounds[bin]! < to; bin++) {
        const length = Math.min(to, bounds[bin + 1]!) - Math.max(from, bounds[bin]!)
        alike[bin]! += alikeHere * length
        decisions[bin]! += decisionsHere * length
      }
    },
    bins: () =>
      Array.from({ length: count }, (_, bin) => ({
        start: text.offset(bounds[bin]!),
        end: endOffset(text, bounds[bin + 1]!),
        agreement: share(alike[bin]!, decisions[bin]!),
        coded: decisions[bin]!,
      })),
  }
}
