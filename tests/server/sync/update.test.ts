import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { collect } from "../../../server/sync/collect"
import { openHistory } from "../../../server/sync/history"
import { readUpdate, readVector } from "../../../server/sync/update"

/** One thing a member does to a document that holds something of every kind we use. */
const deeds = [
  (doc: Y.Doc, n: number) =>
    doc.getMap("codings").set(`k${n % 7}`, { id: n, anchor: { start: null, quote: "é😀" }, on: n % 2 === 0 }),
  (doc: Y.Doc, n: number) => doc.getMap("codings").delete(`k${n % 7}`),
  (doc: Y.Doc, n: number) => doc.getText("text").insert(n % (doc.getText("text").length + 1), `mot${n} `),
  (doc: Y.Doc, n: number) => doc.getText("text").insertEmbed(0, { speaker: n, startMs: 1.5 }),
  (doc: Y.Doc, n: number) => doc.getText("text").length > 4 && doc.getText("text").delete(n % 3, 2),
  (doc: Y.Doc, n: number) =>
    doc.getText("text").length > 4 && doc.getText("text").format(n % 3, 2, { bold: n % 2 === 0 || null }),
  (doc: Y.Doc, n: number) =>
    doc.getArray("list").push([n, null, { none: undefined }, "x", 2.5, new Uint8Array([n % 256])]),
  (doc: Y.Doc, n: number) =>
    doc.getXmlFragment("memo").insert(0, [n % 2 ? new Y.XmlElement("p") : new Y.XmlText("memo")]),
]

interface Deed {
  readonly who: number
  readonly what: number
  readonly n: number
  /** Whether all three are brought level first. */
  readonly meet: boolean
}

const play = fc.array(
  fc.record({ who: fc.nat(2), what: fc.nat(deeds.length - 1), n: fc.nat(1000), meet: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
)

/** Three members write; every update in the order it was made, and the document they come to. */
function perform(script: readonly Deed[]): { updates: Uint8Array[]; end: Y.Doc } {
  const docs = [0, 1, 2].map(() => new Y.Doc())
  const updates: Uint8Array[] = []
  for (const doc of docs) doc.on("update", (update, origin) => origin !== "peer" && updates.push(update))
  const level = () => {
    const all = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
    for (const doc of docs) Y.applyUpdate(doc, all, "peer")
  }
  for (const { who, what, n, meet } of script) {
    if (meet) level()
    deeds[what]!(docs[who]!, n)
  }
  level()
  return { updates, end: docs[0]! }
}

const bend = fc.record({ at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() })

/** An update with some bits turned in one byte, or with its end cut off. */
function bendUpdate(
  update: Uint8Array,
  { at, mask, cut }: { at: number; mask: number; cut: boolean },
): Uint8Array {
  if (cut && at % 4 === 0) return update.slice(0, at % update.length)
  const bent = update.slice()
  bent[at % bent.length]! ^= mask
  return bent
}

const contentOf = (doc: Y.Doc) => ({
  codings: doc.getMap("codings").toJSON(),
  text: doc.getText("text").toDelta(),
  list: doc.getArray("list").toJSON(),
  memo: doc.getXmlFragment("memo").toJSON(),
})

/** Found by seed 287193842: both delete what one of them wrote. */
const bothDelete = [
  { who: 0, what: 2, n: 0, meet: false },
  { who: 0, what: 0, n: 0, meet: true },
  { who: 1, what: 4, n: 0, meet: false },
  { who: 0, what: 4, n: 0, meet: false },
  { who: 0, what: 0, n: 0, meet: false },
]

describe("reading an update", () => {
  it("finds the clocks that Yjs finds", () => {
    fc.assert(
      fc.property(play, (script) => {
        const { updates, end } = perform(script)
        for (const update of [...updates, Y.encodeStateAsUpdate(end), Y.mergeUpdates(updates)]) {
          const sketch = readUpdate(update)
          expect(sketch).not.toBeNull()
          const last = new Map<number, number>()
          for (const { client, to } of sketch!.written) last.set(client, to)
          expect(last).toEqual(Y.parseUpdateMeta(update).to)
        }
      }),
    )
  })

  it("refuses, of bent updates, every one that Yjs could not apply", () => {
    const outcomes = { refused: 0, taken: 0 }
    fc.assert(
      fc.property(play, fc.nat(), bend, (script, which, how) => {
        const { updates, end } = perform(script)
        const all = [...updates, Y.encodeStateAsUpdate(end)]
        const at = which % all.length
        const bent = bendUpdate(all[at]!, how)
        if (!readUpdate(bent, 10_000)) return void outcomes.refused++
        outcomes.taken++
        for (const order of [[bent], [...updates, bent], [bent, ...updates]]) {
          const doc = new Y.Doc()
          for (const update of order) Y.applyUpdate(doc, update)
        }
      }),
      { numRuns: 400 },
    )
    expect(outcomes.refused).toBeGreaterThan(40) // both kinds were generated
    expect(outcomes.taken).toBeGreaterThan(40)
  })

  it("refuses more pieces than allowed", () => {
    const doc = new Y.Doc()
    for (let index = 0; index < 50; index++) doc.getMap("codings").set(`k${index}`, index)
    const update = Y.encodeStateAsUpdate(doc)
    expect(readUpdate(update, 20)).toBeNull()
    expect(readUpdate(update, 200)).not.toBeNull()
  })

  it("refuses values so deep that a browser could not read them", () => {
    const nested = (depth: number) => {
      const doc = new Y.Doc()
      let value: unknown = 1
      for (let level = 0; level < depth; level++) value = [value]
      doc.getMap("codings").set("deep", value)
      return Y.encodeStateAsUpdate(doc)
    }
    expect(readUpdate(nested(10))).not.toBeNull()
    expect(readUpdate(nested(1000))).toBeNull()
  })

  it("knows a state vector from something else", () => {
    const doc = new Y.Doc()
    doc.getText("text").insert(0, "a")
    expect(readVector(Y.encodeStateVector(doc))).toEqual(new Map([[doc.clientID, 1]]))
    expect(readVector(Uint8Array.of(3, 1, 1))).toBeNull()
  })
})

describe("a history", () => {
  it("brings any copy level, however much of the log was there when it was opened", () => {
    fc.assert(
      fc.property(play, fc.nat(), fc.nat(), (script, opened, known) => {
        const { updates, end } = perform(script)
        const first = opened % (updates.length + 1)
        const history = openHistory(collect(updates.slice(0, first)))
        for (const update of updates.slice(first)) history.add(update, readUpdate(update)!)
        const copy = new Y.Doc()
        for (const update of updates.slice(0, known % (updates.length + 1))) Y.applyUpdate(copy, update)
        for (const frame of history.answer(Y.decodeStateVector(Y.encodeStateVector(copy))))
          Y.applyUpdate(copy, payloadOf(frame))
        expect(contentOf(copy)).toEqual(contentOf(end))
        expect(Y.decodeStateVector(history.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(end)))
      }),
    )
  })

  it("holds all that it was given, and nothing that it was not", () => {
    const outcomes = { news: 0 }
    fc.assert(
      fc.property(play, (script) => {
        const { updates } = perform(script)
        const history = openHistory(collect([]))
        const doc = new Y.Doc()
        for (const update of updates) {
          const before = Y.encodeSnapshot(Y.snapshot(doc))
          const held = history.holds(readUpdate(update)!)
          Y.applyUpdate(doc, update)
          // Two may delete the same words: the second says nothing new, and is held before it comes.
          if (held) expect(Y.encodeSnapshot(Y.snapshot(doc))).toEqual(before)
          else outcomes.news++
          history.add(update, readUpdate(update)!)
          expect(history.holds(readUpdate(update)!)).toBe(true)
        }
      }),
      { examples: [[bothDelete]] },
    )
    expect(outcomes.news).toBeGreaterThan(100)
  })

  it("answers with the same frames as long as nothing is written", () => {
    const { updates } = perform([{ who: 0, what: 0, n: 1, meet: false }])
    const history = openHistory(collect(updates))
    const [one, other] = [history.answer(new Map()), history.answer(new Map())]
    expect(one).toHaveLength(1)
    expect(other[0]).toBe(one[0])
  })

  it("leaves out what no replica can apply, and says how much", () => {
    const { updates } = perform([{ who: 0, what: 0, n: 1, meet: false }])
    const collected = collect([Uint8Array.of(9, 9, 9), ...updates, Uint8Array.of(1)])
    expect(collected.refused).toBe(2)
    const history = openHistory(collected)
    const copy = new Y.Doc()
    for (const frame of history.answer(new Map())) Y.applyUpdate(copy, payloadOf(frame))
    expect(copy.getMap("codings").size).toBe(1)
  })
})

/** The update in a frame: behind type, step and a varint length. */
function payloadOf(frame: Uint8Array): Uint8Array {
  let at = 2
  while (frame[at]! & 0x80) at++
  return frame.slice(at + 1)
}
