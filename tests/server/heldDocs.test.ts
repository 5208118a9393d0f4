import { describe, expect, it } from "vitest"
import { createHeldDocs } from "../../server/heldDocs"

describe("what is held of rooms", () => {
  it("is found again at the same version of the log alone", () => {
    const held = createHeldDocs(100)
    const doc = {}
    held.keep("source/m7", "0.3.1", doc, 60)
    expect(held.find("source/m7", "0.3.1")).toBe(doc)
    expect(held.find("source/m7", "0.4.2")).toBeUndefined()
    expect(held.find("source/m8", "0.3.1")).toBeUndefined()
  })

  it("[S51] never becomes too much: what was not asked for longest goes, and what is too much alone is not kept", () => {
    const held = createHeldDocs(100)
    const keep = (room: string, bytes: number) => held.keep(room, "1", { room }, bytes)
    const here = () => ["m7", "m8", "m9"].filter((room) => held.find(room, "1"))
    keep("m7", 40)
    keep("m8", 40)
    held.find("m7", "1")
    keep("m9", 40)
    expect(here()).toEqual(["m7", "m9"])
    keep("m8", 1_000)
    expect(here()).toEqual(["m7", "m9"])
  })
})
