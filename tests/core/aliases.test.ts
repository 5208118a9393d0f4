import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { readAliases, twinsIn } from "../../core/ydoc/aliases"
import { anchorTo, resolverOf } from "../../core/ydoc/anchors"
import { settle } from "../../core/ydoc/settling"

const LENGTH = 50_000

/** A transcript of one writer, with what somebody put among its aliases. */
function transcriptWith(aliases: readonly unknown[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText("text").insert(0, "mot ".repeat(LENGTH / 4))
  if (aliases.length > 0) doc.getArray("aliases").push([...aliases])
  return doc
}

describe("[C24] [S52] aliases that a stranger wrote", () => {
  it("speak of no more characters than there are, and of none that was written before what it stands for", () => {
    const own = [7, 0, 4, 7, 100]
    const doc = transcriptWith([
      own,
      [7, 0, 2 ** 50, 7, 1],
      [7, 10, 4, 7, 2],
      [7, 0, 2 ** 50, 9, 0],
      [7, 60, 2 ** 50, 7, 2 ** 50 + 60],
    ])
    expect(readAliases(doc)).toEqual([own])
    const long = transcriptWith([[7, 0, 2 ** 40, 7, 2 ** 40]])
    expect(readAliases(long)).toEqual([])
  })

  it("lead nowhere without end: codings stand, and what arrives is settled", () => {
    const doublings = Array.from({ length: 15 }, (_, at) => [7, 0, 2 ** at, 7, 2 ** at])
    const ones = Array.from({ length: 3_000 }, (_, at) => [7, at, 1, 7, at + 1])
    for (const aliases of [doublings, ones, [[7, 0, 2 ** 50, 7, 1]]]) {
      const doc = transcriptWith(aliases)
      const text = doc.getText("text").toString()
      const { of, precedes } = twinsIn(readAliases(doc))
      expect(of({ client: 7, clock: 0 }).length).toBe(1)
      expect(precedes({ client: 7, clock: 2_999 }, { client: 7, clock: 0 })).toBeTypeOf("boolean")
      settle(doc)
      const resolve = resolverOf(doc, text)
      for (let from = LENGTH - 4_000; from < LENGTH - 4; from += 400) {
        const anchor = anchorTo(doc, text, { from, to: from + 3 })
        expect(resolve(anchor)).toEqual({ from, to: from + 3 })
      }
    }
  })
})
