/** What crosses from a layer into a hand-in, and nothing besides (B16, B17). */
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { placeTurns, textOf } from "../../core/text"
import { anchorTo } from "../../core/ydoc/anchors"
import type { LayerCoding } from "../../core/ydoc/layer"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { cutCodings, suggestionsUsed } from "../../server/commands/cutCodings"

const doc = new Y.Doc()
writeTranscript(doc, {
  speakers: [],
  turns: ["inside the passage", "outside of it"].map((text) => {
    return { speaker: null, startMs: null, endMs: null, text }
  }),
})
const { turns, speakers } = readTranscript(doc)
const text = textOf(turns)
const transcript = { doc, text, speakers, turns: placeTurns(turns) }
const passage = { id: "p", index: 0, from: 0, to: "inside the passage".length }

const coding = (id: string, words: string, more: Partial<LayerCoding> = {}): LayerCoding => {
  const from = text.indexOf(words)
  const anchor = anchorTo(doc, text, { from, to: from + words.length })
  return { id, code: "fear", anchor, createdAt: "2026-05-01", memo: null, shareMemo: false, ...more }
}
const cut = (...codings: LayerCoding[]) => cutCodings(codings, passage, transcript).codings

describe("a coding that is handed in", () => {
  it("[B16] crosses as its cut: neither the rest of its words nor its quote", () => {
    const [crossed] = cut(coding("a", "the passage\noutside of"))
    expect(crossed).toMatchObject({ id: "a", quote: "the passage", words: { from: 1, to: 3 } })
    expect(JSON.stringify(crossed)).not.toContain("outside")
    expect(JSON.stringify(coding("a", "the passage\noutside of"))).toContain("outside")
  })

  it("[B16] carries its memo only if its author said so", () => {
    const memo = "what I think"
    const [kept, shared] = cut(
      coding("a", "inside", { memo }),
      coding("b", "passage", { memo, shareMemo: true }),
    )
    expect([kept!.memo, shared!.memo]).toEqual([null, memo])
  })

  it("[B16] says nothing but what is listed", () => {
    const [crossed] = cut(coding("a", "inside", { mood: "tired" } as Partial<LayerCoding>))
    expect(Object.keys(crossed!).sort()).toEqual(["code", "id", "memo", "quote", "text", "words"])
  })

  it("[B17] stands in the order of the text, not of the work", () => {
    const [late, early] = [coding("a", "passage"), coding("b", "inside")]
    expect(cut(late, early).map(({ id }) => id)).toEqual(["b", "a"])
    expect(cut(late, early)).toEqual(cut(early, late))
  })

  it("is not there when it lies in another passage", () => {
    expect(cut(coding("a", "outside"))).toEqual([])
  })
})

describe("suggested codes", () => {
  const suggested = ["zeal", "anger", "spare"].map((name) => ({
    id: `id-${name}`,
    name,
    definition: null,
    parent: "x",
  }))
  const used = cut(coding("a", "inside", { code: "id-zeal" }), coding("b", "passage", { code: "id-anger" }))

  it("[B17] cross with a coding that uses them and not otherwise, in the order of the alphabet", () => {
    const crossing = suggestionsUsed(used, suggested)
    expect(crossing).toEqual([
      { id: "id-anger", name: "anger", definition: null },
      { id: "id-zeal", name: "zeal", definition: null },
    ])
    expect(suggestionsUsed(used, suggested.slice(0, 1)).map(({ id }) => id)).toEqual(["id-zeal"])
  })
})
