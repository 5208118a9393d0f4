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
})
