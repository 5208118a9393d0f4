import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Device } from "../../app/_device/device"
import { createDevices } from "../../app/_device/devices"
import { forgetGuests, noteGuest } from "../../app/_device/guests"
import { memoryDevice } from "../../app/_device/memoryDevice"

describe("the device of a window", () => {
  it("[S20] is the same on every page, with what is nowhere but in it", async () => {
    const devices = createDevices(async (member) => memoryDevice(member))
    const first = await devices.of("ana")
    await first.add("commands", "complete")
    expect(await devices.of("ana")).toBe(first)
    expect(await (await devices.of("ana")).all("commands")).toHaveLength(1)
  })
  it("is asked for again where nothing could be opened and nothing waits", async () => {
    const open = vi.fn(async (member: string): Promise<Device> => memoryDevice(member))
    const devices = createDevices(open)
    expect((await devices.of("ana")).lasts).toBe(false)
    open.mockImplementation(async (member) => lasting(member))
    const opened = await devices.of("ana")
    expect(opened.lasts).toBe(true)
    expect(await devices.of("ana")).toBe(opened)
    expect(open).toHaveBeenCalledTimes(2)
  })
  it("[S26] of another member is another, and the one before is closed", async () => {
    const close = vi.fn()
    const devices = createDevices(async (member) => ({ ...lasting(member), close }))
    const [one, other] = [await devices.of("ana"), await devices.of("ben")]
    expect([one.member, other.member]).toEqual(["ana", "ben"])
    expect(close).toHaveBeenCalledOnce()
  })
})

describe("whoever was here before", () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it("[S28] keeps nothing but what waits, even if wiping it fails at first", async () => {
    const device = lasting("ana")
    await device.put("copies", "tree/p1", "words")
    await device.add("updates", "peur")
    noteGuest("ana")
    const failing = { ...device, remove: () => Promise.reject(new Error("busy")) }
    await forgetGuests("ben", async () => failing)
    await forgetGuests("ben", async (member) => memoryDevice(member))
    expect(await device.all("copies")).toHaveLength(1)
    await forgetGuests("ben", async () => device)
    expect(await device.all("copies")).toEqual([])
    expect(await device.all("updates")).toHaveLength(1)
    const open = vi.fn(async () => device)
    await forgetGuests("ben", open)
    expect(open).not.toHaveBeenCalled()
  })
  it("[S28] keeps everything once they are back", async () => {
    const device = lasting("ana")
    await device.put("copies", "tree/p1", "words")
    noteGuest("ana")
    await forgetGuests("ana", async () => device)
    await forgetGuests("ben", async () => device)
    expect(await device.all("copies")).toHaveLength(1)
  })
})

function lasting(member: string): Device {
  return { ...memoryDevice(member), lasts: true }
}
