import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { layerUndo } from "../../app/_sync/layerUndo"
import { putCoding, putMemo, readLayer, removeCoding } from "../../core/ydoc/layer"

const anchor = { start: null, end: null, quote: "la porte", prefix: "", suffix: "" }
const coding = { id: "k", code: "fear", anchor, createdAt: "", memo: null, shareMemo: false }

function layer() {
  const doc = new Y.Doc()
  const undo = layerUndo(doc)
  return { doc, ...undo, codes: () => readLayer(doc).codings.map(({ code }) => code) }
}
const yes = () => true
const no = () => false

describe("taking one's own acts back", () => {
  it("takes each back and makes it again", () => {
    const { doc, undo, redo, codes } = layer()
    putCoding(doc, coding)
    putCoding(doc, { ...coding, code: "grief" })
    expect(undo(yes)).toBe(true)
    expect(codes()).toEqual(["fear"])
    expect(redo(yes)).toBe(true)
    expect(codes()).toEqual(["grief"])
  })

  it("[C8] leaves alone what may not change any more, until it may", () => {
    const { doc, undo, redo, codes } = layer()
    putCoding(doc, coding)
    expect(undo(no)).toBe(false)
    expect(codes()).toEqual(["fear"])
    expect(undo(yes)).toBe(true)
    expect(redo(no)).toBe(false)
    expect(codes()).toEqual([])
  })

  it("names the words of a coding that was removed, and both codes of one recoded", () => {
    const { doc, undo } = layer()
    const asked: string[] = []
    const ask = (codings: readonly { readonly code: string }[]) => {
      asked.push(codings.map(({ code }) => code).join(" "))
      return true
    }
    putCoding(doc, coding)
    putCoding(doc, { ...coding, code: "grief" })
    removeCoding(doc, "k")
    undo(ask)
    undo(ask)
    expect(asked).toEqual(["grief", "fear grief"])
  })

  it("asks nothing about memos", () => {
    const { doc, undo } = layer()
    putCoding(doc, coding)
    putCoding(doc, { ...coding, memo: "why" })
    putMemo(doc, { id: "m", text: "x", anchor: null, createdAt: "", changedAt: "" })
    expect(undo(no)).toBe(true)
    expect(undo(no)).toBe(true)
    expect(undo(no)).toBe(false)
  })

  it("[S32] brings back what one's own memo took the place of, but not beside what another device wrote in its place", () => {
    const memo = (text: string) => ({ id: "m", text, anchor: null, createdAt: "", changedAt: "" })
    const { doc, undo, redo } = layer()
    const other = new Y.Doc()
    const meet = () => {
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    }
    const texts = () => {
      meet()
      const [here, there] = [doc, other].map((each) => readLayer(each).memos.map(({ text }) => text))
      expect(here).toEqual(there)
      return here!
    }
    putMemo(other, memo("before"))
    meet()
    putMemo(doc, memo("mine"))
    undo(yes)
    expect(texts()).toEqual(["before"])
    redo(yes)
    expect(texts()).toEqual(["mine"])

    undo(yes)
    meet()
    redo(yes)
    putMemo(other, memo("theirs"))
    expect(texts().join().split("\n\n").sort()).toEqual(["mine", "theirs"])
    undo(yes)
    expect(texts()).toEqual(["theirs"])
    redo(yes)
    expect(texts().join().split("\n\n").sort()).toEqual(["mine", "theirs"])
    // In the place of both, by whoever has seen both: what is taken back of it is nothing.
    putMemo(other, memo("both"))
    expect(texts()).toEqual(["both"])
    undo(yes)
    expect(texts()).toEqual(["both"])
  })
})
