import { describe, expect, it } from "vitest"
import { createClock, createIds } from "../../server/ids"

describe("ids", () => {
  it("are safe in addresses, long, and never the same", () => {
    const { newId } = createIds()
    const drawn = Array.from({ length: 1000 }, newId)
    expect(new Set(drawn).size).toBe(1000)
    for (const id of drawn) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  it("[B17] are not ordered by time", () => {
    const drawn = Array.from({ length: 100 }, createIds().newId)
    expect(drawn).not.toEqual([...drawn].sort())
  })

  it("repeat with a seed, whatever else is drawn in between", () => {
    const [one, other] = [createIds("seed"), createIds("seed")]
    other.newClientId("tree")
    expect([one.newId(), one.newId()]).toEqual([other.newId(), other.newId()])
    expect(one.newClientId("review")).toBe(other.newClientId("review"))
    expect(one.newClientId("review")).not.toBe(one.newClientId("tree"))
    expect(createIds("another seed").newId()).not.toBe(createIds("seed").newId())
  })
})

describe("a seeded clock", () => {
  it("moves on each time it is read, and repeats", () => {
    const [one, other] = [createClock("seed"), createClock("seed")]
    const first = one()
    expect(one().getTime()).toBe(first.getTime() + 1000)
    expect(other()).toEqual(first)
  })
})
