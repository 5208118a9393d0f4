import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { type Awareness, placeOfWriter, readWriters } from "../../app/_editor/writers"

describe("[C42] where others write", () => {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText("text").insert(0, "Oui, la peur.")
  const says = (head: unknown) => ({ member: "ben", writing: { head } })
  const placesOf = (states: readonly [number, Record<string, unknown>][]) => {
    const awareness = { clientID: 1, getStates: () => new Map(states) } as unknown as Awareness
    return readWriters(awareness, "ana").map((writer) => placeOfWriter(doc, writer))
  }

  it("is found by the character, and nowhere for a place that cannot be, which keeps no other from being shown", () => {
    const strange = [
      { item: { client: 1, clock: -1 } },
      { item: { client: 1, clock: "x" } },
      { item: { client: 1 } },
      { type: { client: 1, clock: -7 } },
      { item: 7, tname: {} },
      "x",
      null,
    ]
    const states = [...strange, { item: { client: 1, clock: 4 }, assoc: 0 }].map(
      (head, at): [number, Record<string, unknown>] => [at + 2, says(head)],
    )
    expect(placesOf(states)).toEqual([...strange.map(() => null), 4])
  })
})
