import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { since } from "../../../server/sync/since"
import { openTail } from "../../../server/sync/tail"
import { readUpdate, readVector } from "../../../server/sync/update"

/** Of three authors, so many words each in turn, some deleted again; each word is a struct of its own. */
function written(words: readonly { who: number; at: number; deletes: boolean }[]) {
  const docs = [0, 1, 2].map(() => new Y.Doc())
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on("update", (update, origin) => {
      if (origin === "peer") return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, "peer")
    })
  }
  for (const { who, at, deletes } of words) {
    const text = docs[who]!.getText("text")
    if (deletes && text.length > 3) text.delete(at % (text.length - 1), 1)
    else text.insert(at % (text.length + 1), `mot ${at} `)
  }
  return { updates, end: docs[0]! }
}

const words = fc.array(fc.record({ who: fc.nat(2), at: fc.nat(500), deletes: fc.boolean() }), {
  minLength: 1,
  maxLength: 200,
})

const snapshot = (doc: Y.Doc) => Y.encodeSnapshot(Y.snapshot(doc))

describe("[S51] what of an update somebody lacks", () => {
  it("brings them level from wherever they were, in fewer bytes where they have most", () => {
    const saved = { bytes: 0 }
    fc.assert(
      fc.property(words, fc.nat(), (script, known) => {
        const { updates, end } = written(script)
        const all = Y.encodeStateAsUpdate(end)
        const copy = new Y.Doc()
        for (const update of updates.slice(0, known % (updates.length + 1))) Y.applyUpdate(copy, update)
        const lacking = since(all, readUpdate(all)!, Y.decodeStateVector(Y.encodeStateVector(copy)))
        saved.bytes += all.length - (lacking?.length ?? 0)
        if (lacking) expect(readUpdate(lacking)).not.toBeNull()
        if (lacking) Y.applyUpdate(copy, lacking)
        expect(copy.store.pendingStructs).toBeNull()
        expect(snapshot(copy)).toEqual(snapshot(end))
        expect(copy.getText("text").toString()).toBe(end.getText("text").toString())
      }),
    )
    expect(saved.bytes).toBeGreaterThan(1_000)
  })

  it("is at most fifteen structs of an author longer than what Yjs would send", () => {
    const { end } = written(Array.from({ length: 600 }, (_, at) => ({ who: at % 3, at, deletes: false })))
    const all = Y.encodeStateAsUpdate(end)
    const outline = readUpdate(all)!
    for (let clock = 0; clock < 900; clock += 7) {
      const known = new Map(outline.blocks.map(({ client }) => [client, clock]))
      const vector = Y.encodeStateVector(new Map(known))
      const [ours, theirs] = [since(all, outline, known)?.length ?? 0, Y.diffUpdate(all, vector).length]
      expect(ours).toBeLessThanOrEqual(theirs + 3 * 15 * 30)
      expect(readVector(vector)).toEqual(known)
    }
  })

  it("is nothing where nothing is lacking, and all of it for who has nothing of it", () => {
    const doc = new Y.Doc()
    for (let at = 0; at < 40; at++) doc.getMap("codings").set(`k${at}`, at)
    const all = Y.encodeStateAsUpdate(doc)
    const outline = readUpdate(all)!
    expect(since(all, outline, new Map([[doc.clientID, 40]]))).toBeNull()
    expect(since(all, outline, new Map([[doc.clientID + 1, 40]]))).toBe(all)
    doc.getMap("codings").delete("k0")
    const deleted = Y.encodeStateAsUpdate(doc)
    expect(since(deleted, readUpdate(deleted)!, new Map([[doc.clientID, 40]]))).not.toBeNull()
  })
})

describe("[S51] a tail", () => {
  it("holds all that came, in pieces that are few and never large", () => {
    const { updates, end } = written(
      Array.from({ length: 3_000 }, (_, at) => ({ who: at % 3, at, deletes: at % 5 === 0 })),
    )
    const tail = openTail()
    for (const update of updates) tail.add(update, readUpdate(update)!)
    expect(tail.size).toBe(updates.reduce((sum, { length }) => sum + length, 0))
    expect(tail.pieces.length).toBeLessThan(60)
    const copy = new Y.Doc()
    for (const { update } of tail.pieces) {
      expect(update.length).toBeLessThanOrEqual(64 * 1024)
      Y.applyUpdate(copy, update)
    }
    expect(snapshot(copy)).toEqual(snapshot(end))
  })

  it("leaves what cannot be merged as it came", () => {
    const tail = openTail()
    const large = new Y.Doc()
    large.getText("text").insert(0, "x".repeat(70_000))
    const update = Y.encodeStateAsUpdate(large)
    for (let at = 0; at < 20; at++) tail.add(update, readUpdate(update)!)
    expect(tail.pieces.map((piece) => piece.update === update)).toEqual(Array(20).fill(true))
  })
})
