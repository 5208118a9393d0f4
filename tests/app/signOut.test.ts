import { afterEach, describe, expect, it, vi } from "vitest"
import type { Device } from "../../app/_device/device"
import { wipeLeaver, wipeLeavers } from "../../app/_device/leavers"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { holdsUnsent } from "../../app/_frame/holdsUnsent"
import { signOut } from "../../app/_frame/signOut"
import { createOutgoing, holdsAlone } from "../../app/_sync/createOutgoing"

afterEach(() => vi.unstubAllGlobals())

/** A browser whose server answers like this when asked to end the session. */
function browser(status: number) {
  const deleted: string[] = []
  const went: string[] = []
  vi.stubGlobal("fetch", async (path: string) =>
    path.endsWith("/csrf")
      ? Response.json({ csrfToken: "t" })
      : Response.json(status === 200 ? { url: "/" } : { code: "internal" }, { status }),
  )
  vi.stubGlobal("indexedDB", {
    deleteDatabase(name: string) {
      deleted.push(name)
      const request = { onsuccess: () => {} }
      queueMicrotask(() => request.onsuccess())
      return request
    },
  })
  vi.stubGlobal("location", { assign: (to: string) => went.push(to) })
  return { deleted, went }
}

describe("signing out", () => {
  it.each([500, 503, 429, 403])("[S27] that is answered %i wipes nothing and says so", async (status) => {
    const { deleted, went } = browser(status)
    await expect(signOut("ana")).rejects.toMatchObject({ name: "Problem" })
    expect({ deleted, went }).toEqual({ deleted: [], went: [] })
  })

  it("[S27] that is done wipes what is kept for the member", async () => {
    const { deleted, went } = browser(200)
    await signOut("ana")
    expect(deleted).toContain("binome:ana")
    expect(went).toEqual(["/sign-in"])
  })
})

describe("wiping whoever has signed out", () => {
  it("[S27] is tried again on every page until it has worked, and then no more; who is back keeps what they have", async () => {
    const kept = new Map<string, string>([["binome:ana:layer/s/ana:0", ""]])
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    })
    // Names of the small storage are read as the keys of it.
    vi.spyOn(Object, "keys").mockImplementation((of) =>
      of === localStorage ? [...kept.keys()] : Reflect.ownKeys(of as object).map(String),
    )
    const asked: string[] = []
    let works = false
    vi.stubGlobal("indexedDB", {
      deleteDatabase(name: string) {
        asked.push(name)
        const request = { onsuccess: () => {}, onerror: () => {} }
        queueMicrotask(() => (works ? request.onsuccess() : request.onerror()))
        return request
      },
    })
    const both = ["binome:ana", "binome:ana:recordings", "binome:ana:layer/s/ana:0"]
    await wipeLeaver("ana")
    expect(asked.splice(0)).toEqual(both)
    await wipeLeavers()
    expect(asked.splice(0)).toEqual(both)
    works = true
    await wipeLeavers()
    expect(asked.splice(0)).toEqual(both)
    expect([...kept.keys()]).toEqual([])
    await wipeLeavers()
    expect(asked).toEqual([])
    works = false
    await wipeLeaver("ana")
    kept.set("binome:here", "ana")
    works = true
    asked.splice(0)
    await wipeLeavers()
    expect(asked).toEqual([])
    vi.restoreAllMocks()
  })
})

describe("what would be lost by signing out", () => {
  it("[S27] is nothing where nothing waits", async () => {
    expect(await holdsUnsent(memoryDevice("ana"), null)).toBe(false)
  })
  it("[S27] is what waits, writing and commands alike", async () => {
    for (const shelf of ["updates", "commands"] as const) {
      const device = memoryDevice("ana")
      await device.add(shelf, {})
      expect(await holdsUnsent(device, null)).toBe(true)
    }
  })
  it("[S21] [S27] is what a layer holds alone, as long as one does; closing the window asks for the same", async () => {
    const device: Device = { ...memoryDevice("ana"), lasts: true }
    const outgoing = createOutgoing(device)
    const [one, other] = [outgoing.hearAlone(), outgoing.hearAlone()]
    const asked = async () => [await holdsAlone(device, outgoing), await holdsUnsent(device, outgoing)]
    const changed = vi.fn()
    outgoing.whenAlone(changed)
    expect(await asked()).toEqual([false, false])
    one(true)
    other(true)
    one(false)
    expect(await asked()).toEqual([true, true])
    other(false)
    expect(await asked()).toEqual([false, false])
    expect(changed).toHaveBeenCalledTimes(4)
  })
  it("[S27] may be anything on a device that cannot be read, or is not open yet", async () => {
    const unreadable: Device = { ...memoryDevice("ana"), all: () => Promise.reject(new Error("closed")) }
    expect(await holdsUnsent(unreadable, null)).toBe(true)
    expect(await holdsUnsent(null, null)).toBe(true)
  })
})
