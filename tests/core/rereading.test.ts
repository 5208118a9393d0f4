import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { readRereading } from "../../core/rereading"

describe("[C46] what crosses of reading together", () => {
  const item = { client: 7, clock: 12 }

  it("is a place in the text, as Yjs writes it, or whom one goes along with", () => {
    const text = new Y.Doc().getText("text")
    text.insert(0, "Oui, la peur.")
    for (const [at, side] of [
      [0, 0],
      [4, 0],
      [4, -1],
      [13, 0],
    ] as const) {
      const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at, side))
      expect(readRereading({ reads: place })).toEqual({ reads: place })
    }
    expect(readRereading({ with: "ana" })).toEqual({ with: "ana" })
  })

  it.each([
    null,
    "reads",
    [],
    {},
    { reads: { tname: "text" }, ms: 9_000 },
    { reads: { tname: "text" }, with: "ana" },
    { reads: { tname: "text", ms: 9_000 } },
    { reads: { tname: "layer" } },
    { reads: { tname: "text", assoc: 7 } },
    { reads: { tname: "text", item: { ...item, note: "x" } } },
    { reads: { tname: "text", item: { client: -1, clock: 0 } } },
    { reads: { tname: "text", item: { client: "x", clock: 0 } } },
    { reads: { type: item, item } },
    { with: 7 },
    { with: "" },
    { with: "canary of more than a name" },
    { with: "a".repeat(65) },
  ])("is nothing else: %j", (said) => {
    expect(readRereading(said)).toBeNull()
    expect(readRereading({ reads: { tname: "text", item, assoc: 0 } })).not.toBeNull()
  })
})
