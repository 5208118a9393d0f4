import fc from "fast-check"
import { expect, it } from "vitest"
import * as Y from "yjs"
import { anchorTo, resolverOf } from "../../core/ydoc/anchors"

const words = "un deux trois quatre cinq six sept huit"

type Edit = readonly [what: "write" | "cut" | "embed", at: number, length: number]

function transcript() {
  const doc = new Y.Doc()
  const text = doc.getText("text")
  text.insert(0, words)
  const edit = ([what, at, length]: Edit) => {
    const from = Math.min(at, text.length)
    if (what === "write") text.insert(from, "x".repeat(length))
    else if (what === "embed") text.insertEmbed(from, new Y.Map())
    else text.delete(from, Math.min(length, text.length - from))
  }
  return { doc, edit }
}

/** Where Yjs itself says that a position is. */
function indexByYjs(doc: Y.Doc, position: unknown): number | null {
  return (
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc)?.index ??
    null
  )
}

it("[C1] an anchor stands where its positions are, after any edits", () => {
  const edit = fc.tuple(
    fc.constantFrom("write", "cut", "embed"),
    fc.nat(words.length),
    fc.integer({ min: 1, max: 8 }),
  ) as fc.Arbitrary<Edit>
  const spans = fc.array(fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
  })
  const seen = { there: 0, gone: 0 }
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 8 }),
      spans,
      fc.array(edit, { maxLength: 8 }),
      (before, spans, after) => {
        const { doc, edit } = transcript()
        before.forEach(edit)
        const text = doc.getText("text")
        const anchors = spans.flatMap(([at, length]) => {
          const span = { from: at, to: Math.min(at + length, text.length) }
          // No quote to fall back on: it is the positions that are asked.
          return span.to > span.from ? [{ ...anchorTo(doc, "x".repeat(text.length), span), quote: "?" }] : []
        })
        after.forEach(edit)
        const resolve = resolverOf(doc, "x".repeat(text.length))
        for (const anchor of anchors) {
          const [from, to] = [indexByYjs(doc, anchor.start)!, indexByYjs(doc, anchor.end)!]
          const there = to > from && to <= text.length
          seen[there ? "there" : "gone"]++
          expect(resolve(anchor)).toEqual(there ? { from, to } : { lost: anchor.quote })
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(Math.min(seen.there, seen.gone)).toBeGreaterThan(20)
})

it("positions that name nothing fall back to the quotation", () => {
  const { doc } = transcript()
  const resolve = resolverOf(doc, words)
  const elsewhere = { item: { client: 1, clock: 7 }, assoc: 0 }
  const anchor = { start: elsewhere, end: elsewhere, quote: "trois", prefix: "deux ", suffix: "" }
  const from = words.indexOf("trois")
  expect(resolve(anchor)).toEqual({ from, to: from + 5 })
  expect(resolve({ ...anchor, start: "nonsense", end: null })).toEqual({ from, to: from + 5 })
  expect(resolve({ ...anchor, quote: "absent" })).toEqual({ lost: "absent" })
})
