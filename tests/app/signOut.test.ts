import { afterEach, describe, expect, it, vi } from "vitest"
import type { Device } from "../../app/_device/device"
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
