/** Two devices of one coder that change the same thing while apart. */
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import {
  changeCoding,
  type LayerCoding,
  putCoding,
  putCodingMemo,
  putMemo,
  readLayer,
  removeCoding,
  removeMemo,
} from "../../core/ydoc/layer"
import { createChance } from "../support/chance"

const anchor = { start: null, end: null, quote: "la porte", prefix: "", suffix: "" }
const coding: LayerCoding = { id: "k", code: "fear", anchor, createdAt: "", memo: null, shareMemo: false }
const memo = (text: string, changedAt = "") => ({ id: "m", text, anchor, createdAt: "", changedAt })

/** Devices that hold the same, and hear of each other when they meet. */
function devices(count: number, begin: (doc: Y.Doc) => void = () => {}) {
  const docs = Array.from({ length: count }, () => new Y.Doc())
  const meet = (...which: readonly number[]) => {
    const those = which.length > 0 ? which.map((at) => docs[at]!) : docs
    for (const from of those)
      for (const to of those) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  begin(docs[0]!)
  meet()
  return { docs, meet, layers: () => docs.map((doc) => readLayer(doc)) }
}
const textsOf = (doc: Y.Doc) => readLayer(doc).memos.map(({ text }) => text)
const only = <T>(all: readonly T[]): T => {
  expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1)
  return all[0]!
}

describe("[S32] a memo changed on two devices while apart", () => {
  it("keeps both texts, each once and in one order, as one memo", () => {
    const { docs, meet } = devices(2, (doc) => putMemo(doc, memo("avant")))
    putMemo(docs[0]!, memo("de l’ordinateur", "2026-02-01"))
    putMemo(docs[1]!, memo("du téléphone", "2011-01-01"))
    meet()
    expect(only(docs.map(textsOf))).toEqual(["du téléphone\n\nde l’ordinateur"])
    // Whoever writes it again has seen both.
    putMemo(docs[1]!, memo("des deux"))
    meet()
    expect(only(docs.map(textsOf))).toEqual(["des deux"])
  })

  it("is said once where one text holds the other", () => {
    const { docs, meet } = devices(2, (doc) => putMemo(doc, memo("avant")))
    putMemo(docs[0]!, memo("avant, et après"))
    putMemo(docs[1]!, memo("avant, et après, et encore"))
    meet()
    expect(only(docs.map(textsOf))).toEqual(["avant, et après, et encore"])
  })

  it("stays where it was removed on one and written on the other", () => {
    const { docs, meet } = devices(2, (doc) => putMemo(doc, memo("avant")))
    removeMemo(docs[0]!, "m")
    putMemo(docs[1]!, memo("avant, et après"))
    meet()
    expect(only(docs.map(textsOf))).toEqual(["avant, et après"])
    removeMemo(docs[0]!, "m")
    meet()
    expect(only(docs.map(textsOf))).toEqual([])
  })

  it("is what nobody has written over who knew of it, however three devices write and meet", () => {
    for (let seed = 1; seed <= 80; seed++) {
      const chance = createChance(seed)
      const { docs, meet } = devices(3, (doc) => putMemo(doc, memo("w0.")))
      const known = docs.map(() => ({ written: new Set(["w0."]), over: new Set<string>() }))
      const shown = (device: number) =>
        new Set(
          textsOf(docs[device]!)
            .join()
            .match(/w\d+\./g),
        )
      for (let at = 1; at <= 25; at++) {
        const device = chance.number(3)
        const { written, over } = known[device]!
        const act = chance.number(100)
        if (act < 55) {
          for (const word of written) over.add(word)
          written.add(`w${at}.`)
          putMemo(docs[device]!, memo(`w${at}.`, String(chance.number(9))))
        } else if (act < 60) {
          for (const word of written) over.add(word)
          removeMemo(docs[device]!, "m")
        } else {
          const other = (device + 1) % 3
          meet(device, other)
          for (const word of known[other]!.written) written.add(word)
          for (const word of known[other]!.over) over.add(word)
          known[other] = { written: new Set(written), over: new Set(over) }
          expect(textsOf(docs[device]!)).toEqual(textsOf(docs[other]!))
        }
        const stands = [...written].filter((word) => !over.has(word))
        expect({ seed, at, shown: [...shown(device)].sort() }).toEqual({ seed, at, shown: stands.sort() })
      }
    }
  })
})

describe("[S32] a coding changed on two devices while apart", () => {
  const begin = (doc: Y.Doc) => putCoding(doc, coding)
  const read = (docs: readonly Y.Doc[]) => only(docs.map((doc) => readLayer(doc)))

  it("keeps the code of one and the memo of the other, and both memos", () => {
    const { docs, meet } = devices(3, begin)
    changeCoding(docs[0]!, "k", { code: "grief" })
    putCodingMemo(docs[1]!, coding, "du téléphone", true, "1")
    putCodingMemo(docs[2]!, coding, "de la tablette", true, "2")
    meet()
    expect(read(docs).codings).toEqual([
      { ...coding, code: "grief", memo: "du téléphone\n\nde la tablette", shareMemo: true },
    ])
    expect(read(docs).memos).toEqual([])
    putCodingMemo(docs[0]!, coding, "", false, "3")
    meet()
    expect(read(docs).codings).toEqual([{ ...coding, code: "grief" }])
  })

  it("[B16] shares a memo of two texts only where both are to be shared", () => {
    const { docs, meet } = devices(2, begin)
    putCodingMemo(docs[0]!, coding, "pour tous", true, "1")
    putCodingMemo(docs[1]!, coding, "pour moi", false, "1")
    meet()
    expect(read(docs).codings[0]).toMatchObject({ shareMemo: false })
    expect(read(docs).codings[0]!.memo).toContain("pour moi")
  })

  it("keeps a memo whose coding was removed on the other device, as one of its own", () => {
    const { docs, meet } = devices(2, (doc) => {
      putCoding(doc, coding)
      putCodingMemo(doc, coding, "avant", false, "1")
    })
    removeCoding(docs[0]!, "k")
    expect(readLayer(docs[0]!)).toEqual({ codings: [], suggestedCodes: [], memos: [] })
    putCodingMemo(docs[1]!, coding, "après", false, "2")
    meet()
    expect(read(docs)).toMatchObject({ codings: [], memos: [{ text: "après", anchor }] })
  })

  it("is read with a memo of its own where it was written before memos stood apart, until that is written again", () => {
    const { docs, meet } = devices(2, (doc) => putCoding(doc, { ...coding, memo: "avant", shareMemo: true }))
    expect(read(docs).codings[0]).toMatchObject({ memo: "avant", shareMemo: true })
    changeCoding(docs[0]!, "k", { code: "grief" })
    expect(readLayer(docs[0]!).codings[0]).toMatchObject({ memo: "avant", code: "grief" })
    meet()
    putCodingMemo(docs[1]!, coding, "après", false, "2")
    meet()
    expect(read(docs).codings[0]).toMatchObject({ code: "grief", memo: "après", shareMemo: false })
  })

  it("comes to one code and one place, those of one device", () => {
    const { docs, meet } = devices(2, begin)
    changeCoding(docs[0]!, "k", { code: "grief" })
    changeCoding(docs[1]!, "k", { code: "shame" })
    meet()
    expect(["grief", "shame"]).toContain(read(docs).codings[0]!.code)
  })
})
