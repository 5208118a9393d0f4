import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { keepFirstNames, readFirstNames, sweepFirstNames, wipeFirstNames } from "../../app/_device/firstNames"
import { wipe } from "../../app/_device/wipe"

const DAY_MS = 24 * 60 * 60_000
let kept: Map<string, string>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] })
  kept = new Map()
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
  // Names of the small storage are read as the keys of it.
  vi.spyOn(Object, "keys").mockImplementation((of) =>
    of === localStorage ? [...kept.keys()] : Reflect.ownKeys(of as object).map(String),
  )
  vi.stubGlobal("indexedDB", {
    deleteDatabase() {
      const request = { onsuccess: () => {} }
      queueMicrotask(() => request.onsuccess())
      return request
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const all = () => [...kept.values()].join()

describe("[F27] first names of the day", () => {
  it("are kept for one member and one event, and wiped there alone", () => {
    keepFirstNames("ana", "s1", { A: "Zoé", B: " " })
    keepFirstNames("ana", "s2", { A: "Ali" })
    expect(readFirstNames("ana", "s1")).toEqual({ A: "Zoé" })
    expect(readFirstNames("ben", "s1")).toEqual({})
    wipeFirstNames("ana", "s1")
    expect(all()).not.toContain("Zoé")
    expect(readFirstNames("ana", "s2")).toEqual({ A: "Ali" })
    keepFirstNames("ana", "s2", { A: "" })
    expect(kept.size).toBe(0)
  })

  it("go when the member signs out", async () => {
    keepFirstNames("ana", "s1", { A: "Zoé" })
    keepFirstNames("ben", "s1", { A: "Ali" })
    expect(await wipe("ana")).toBe(true)
    expect(readFirstNames("ana", "s1")).toEqual({})
    expect(all()).not.toContain("Zoé")
    expect(readFirstNames("ben", "s1")).toEqual({ A: "Ali" })
  })

  it("go after a day, whoever comes to this browser, and also where its clock was set back", () => {
    keepFirstNames("ana", "s1", { A: "Zoé" })
    kept.set("binome:ben:layer/s/ben:0", "")
    vi.setSystemTime(Date.now() + DAY_MS - 60_000)
    sweepFirstNames()
    expect(readFirstNames("ana", "s1")).toEqual({ A: "Zoé" })
    vi.setSystemTime(Date.now() + 120_000)
    expect(readFirstNames("ana", "s1")).toEqual({})
    sweepFirstNames()
    expect([...kept.keys()]).toEqual(["binome:ben:layer/s/ben:0"])
    keepFirstNames("ana", "s1", { A: "Zoé" })
    vi.setSystemTime(Date.now() - 2 * DAY_MS)
    sweepFirstNames()
    expect(all()).not.toContain("Zoé")
  })

  it("that cannot be read are none", () => {
    for (const wrong of ["", "no", "null", "[]", "{}"]) {
      kept.set("binome:ana:first-names:s1", wrong)
      expect(readFirstNames("ana", "s1")).toEqual({})
    }
  })
})
