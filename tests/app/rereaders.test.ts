import { describe, expect, it } from "vitest"
import { followersOf, readerAmong } from "../../app/_editor/rereaders"
import type { Awareness } from "../../app/_editor/writers"

describe("[C46] who reads again together", () => {
  const place = { tname: "text", item: { client: 7, clock: 3 }, assoc: 0 }
  const reads = (member: string, said: unknown = { reads: place }) => ({
    member,
    writing: {},
    rereading: said,
  })
  const seenBy = (me: string, states: Record<number, Record<string, unknown>>) => {
    const all = Object.entries(states).map(([client, state]) => [Number(client), state] as const)
    const awareness = { clientID: 1, getStates: () => new Map(all) } as unknown as Awareness
    return { awareness, me, known: () => null }
  }

  it("of several who began at once one is the reader, the same for everybody", () => {
    const states = { 9: reads("ana"), 5: reads("ben"), 7: reads("claire") }
    expect(readerAmong(seenBy("dan", states))).toEqual({ client: 5, member: "ben", place })
    expect(readerAmong(seenBy("ben", states))?.member).toBe("claire")
    expect(readerAmong(seenBy("dan", {}))).toBeNull()
  })

  it("whoever says anything else, or is not here to write, reads nothing", () => {
    const strange = [{ reads: { ...place, ms: 7 } }, { reads: null }, "reads", { with: "dan", reads: place }]
    for (const said of strange) expect(readerAmong(seenBy("dan", { 5: reads("ben", said) }))).toBeNull()
    expect(readerAmong(seenBy("dan", { 5: { member: "ben", rereading: { reads: place } } }))).toBeNull()
    expect(readerAmong(seenBy("dan", { 5: reads("ben") }))?.member).toBe("ben")
  })

  it("who goes along is named once, whatever pages they have open, and only by whom they follow", () => {
    const along = {
      5: reads("ben", { with: "ana" }),
      6: reads("ben", { with: "ana" }),
      7: reads("c", { with: "d" }),
    }
    expect(followersOf(seenBy("ana", along))).toEqual(["ben"])
    expect(followersOf(seenBy("claire", along))).toEqual([])
  })
})
