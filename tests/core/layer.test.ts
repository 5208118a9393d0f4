import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { createLayerReader, putCoding, putMemo, readLayer, suggestCode } from "../../core/ydoc/layer"

/** What a client wrote into its layer, as somebody else's reads it. */
function layerWith(maps: Record<string, Record<string, unknown>>) {
  const written = new Y.Doc()
  for (const [map, entries] of Object.entries(maps))
    for (const [key, value] of Object.entries(entries)) written.getMap(map).set(key, value)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written))
  return readLayer(doc)
}

const coding = { code: "fear", anchor: { start: null, end: null, quote: "words" }, createdAt: "" }

describe("[S54] what a client wrote into a layer", () => {
  it("is read where its key is shaped as an id, and left out elsewhere", () => {
    const keys = [
      "V1StGXR8_Z5jdHi6B-myTA",
      "c",
      "__proto__",
      "constructor",
      "a b",
      "a/b",
      "a\0",
      "\ud800",
      "",
    ]
    const all = (value: object) => Object.fromEntries(keys.map((key) => [key, value]))
    const { codings, suggestedCodes, memos } = layerWith({
      codings: all(coding),
      suggestedCodes: all({ name: "fear" }),
      memos: all({ text: "why" }),
    })
    for (const read of [codings, suggestedCodes, memos])
      expect(read.map(({ id }) => id).sort()).toEqual(["V1StGXR8_Z5jdHi6B-myTA", "c"])
  })

  it("has no zeros and no halves of characters in its texts, and all the rest", () => {
    const bad = "a\0b\ud83dc"
    const { codings, suggestedCodes, memos } = layerWith({
      codings: {
        one: { ...coding, memo: bad, anchor: { quote: bad, prefix: bad, suffix: bad } },
        whole: { ...coding, memo: "peur 😨" },
        unnamed: { ...coding, code: bad },
      },
      suggestedCodes: { fear: { name: bad, definition: bad }, whole: { name: `${"x".repeat(199)}😨` } },
      memos: { one: { text: bad, anchor: null, createdAt: "", changedAt: "" } },
    })
    // A half may have been mended on its way already; a zero has not.
    const good = /^a\ufffdb\ufffdc$/
    const one = codings.find(({ id }) => id === "one")!
    for (const text of [one.memo, one.anchor.quote, one.anchor.prefix, one.anchor.suffix, memos[0]!.text])
      expect(text).toMatch(good)
    expect(codings.map(({ id }) => id).sort()).toEqual(["one", "whole"])
    expect(codings.find(({ id }) => id === "whole")!.memo).toBe("peur 😨")
    const [fear, whole] = suggestedCodes
    expect([fear!.name, fear!.definition].every((text) => good.test(text!))).toBe(true)
    // Cut at its greatest length, in the middle of a character.
    expect(whole!.name).toBe(`${"x".repeat(199)}\ufffd`)
  })
})

describe("a layer that is read again and again", () => {
  const anchor = { start: null, end: null, quote: "words", prefix: "", suffix: "" }
  const codingOf = (id: string) => ({ ...coding, id, anchor, memo: null, shareMemo: false })
  const memoOf = (text: string) => ({ id: "m", text, anchor: null, createdAt: "", changedAt: "" })

  it("answers with the same objects for what did not change, whatever else did", () => {
    const doc = new Y.Doc()
    const read = createLayerReader(doc)
    putCoding(doc, codingOf("one"))
    suggestCode(doc, { id: "s", name: "fear", definition: null, parent: null }, null)
    putMemo(doc, memoOf("why"))
    const before = read()
    putCoding(doc, codingOf("two"))
    const after = read()
    expect(after.codings).toHaveLength(2)
    expect(after.codings.find(({ id }) => id === "one")).toBe(before.codings[0])
    expect(after.suggestedCodes).toBe(before.suggestedCodes)
    expect(after.memos).toBe(before.memos)
  })

  it("answers with new lists once one of them changed", () => {
    const doc = new Y.Doc()
    const read = createLayerReader(doc)
    suggestCode(doc, { id: "s", name: "fear", definition: null, parent: null }, null)
    putMemo(doc, memoOf("why"))
    const before = read()
    suggestCode(doc, { id: "s", name: "anger", definition: null, parent: null }, null)
    putMemo(doc, memoOf("why not"))
    const after = read()
    expect(before.suggestedCodes.map(({ name }) => name)).toEqual(["fear"])
    expect(after.suggestedCodes.map(({ name }) => name)).toEqual(["anger"])
    expect(after.memos.map(({ text }) => text)).toEqual(["why not"])
  })
})
