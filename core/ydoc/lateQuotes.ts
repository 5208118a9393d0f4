/** Quotes that were taken before words were erased, and come into a layer afterwards. */
import type * as Y from "yjs"
import { isLost, quoteOf } from "../anchor"
import { ERASED } from "../erasing"
import { anchorTo, resolverOf } from "./anchors"
import { fieldsOf, readAnchor } from "./entries"

/** Whether an entry of a layer quotes what does not stand in the transcript: its words, with those around them. */
export function quotesOtherwise(value: unknown, text: string): boolean {
  const anchor = readAnchor(fieldsOf(value).anchor)
  return anchor !== null && !text.includes(anchor.prefix + anchor.quote + anchor.suffix)
}

/**
 * Takes the quotes of some entries, given as JSON, anew from the transcript. Where their words stand there no more, a
 * mark is all that is left of them: what was erased is told apart from what was corrected by nothing that is kept.
 */
export function takeQuotesAnew(
  layer: Y.Doc,
  transcript: { readonly doc: Y.Doc; readonly text: string },
  late: ReadonlySet<string>,
): void {
  const { doc, text } = transcript
  const resolve = resolverOf(doc, text)
  const anew = (value: unknown) => {
    const fields = fieldsOf(value)
    const anchor = readAnchor(fields.anchor)!
    const span = resolve(anchor)
    if (isLost(span)) return { ...fields, anchor: { ...anchor, quote: ERASED, prefix: "", suffix: "" } }
    const quoted = { ...anchor, ...quoteOf(text, span) }
    const now = resolve(quoted)
    const holds = !isLost(now) && now.from === span.from && now.to === span.to
    return { ...fields, anchor: holds ? quoted : anchorTo(doc, text, span) }
  }
  layer.transact(() => {
    for (const name of ["codings", "memos"]) {
      const map = layer.getMap(name)
      for (const [id, value] of [...map]) if (late.has(JSON.stringify(value))) map.set(id, anew(value))
    }
  })
}
