import { describe, expect, it, vi } from "vitest"
import * as Y from "yjs"
import type { Device, WaitingUpdate } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { carryOver } from "../../app/_sync/carryOver"
import { keepWriting } from "../../app/_sync/keepWriting"

const room = "layer/s1/ana"
const lasting = (): Device => ({ ...memoryDevice("ana"), lasts: true })

function writer(device: Device) {
  const doc = new Y.Doc()
  const isOwn = (origin: unknown) => origin === "own"
  const writing = keepWriting({ doc, room, device, isOwn }, [], () => {})
  const set = (key: string, value: string, origin = "own") =>
    doc.transact(() => doc.getMap("codings").set(key, value), origin)
  return { doc, set, ...writing }
}

const kept = async (device: Device) => {
  const doc = new Y.Doc()
  for (const { value } of await device.all<WaitingUpdate>("updates")) Y.applyUpdate(doc, value.update)
  return doc.getMap("codings").toJSON()
}

const keptKeys = async (device: Device) =>
  (await device.all<WaitingUpdate>("updates")).flatMap(({ value }) => value.touched.map(({ key }) => key))

describe("one's own writing", () => {
  it("[S20] [S21] is said to be kept once it is, and leaves the device once it is acknowledged", async () => {
    const device = lasting()
    const { set, safety, acknowledged } = writer(device)
    expect(safety()).toBe("saved")
    set("c1", "peur")
    set("c2", "porte")
    expect(safety()).toBe("keeping")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    expect(await kept(device)).toEqual({ c1: "peur", c2: "porte" })
    acknowledged()
    expect(safety()).toBe("saved")
    await vi.waitFor(async () => expect(await device.all("updates")).toEqual([]))
  })

  it("[S20] [S21] leaves the device also when it is acknowledged while it is only being kept", async () => {
    const device = lasting()
    let keep = () => {}
    const asked = new Promise<void>((resolve) => (keep = resolve))
    const slow: Device = { ...device, add: (...given) => asked.then(() => device.add(...given)) }
    const { set, safety, acknowledged, stop } = writer(slow)
    set("c1", "peur")
    acknowledged()
    expect(safety()).toBe("saved")
    keep()
    await stop()
    await vi.waitFor(async () => expect(await device.all("updates")).toEqual([]))
  })

  it("[S20] stays where only what was written before it is acknowledged", async () => {
    const device = lasting()
    const { set, safety, acknowledged } = writer(device)
    set("c1", "peur")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    acknowledged()
    set("c2", "porte")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    expect(await keptKeys(device)).toEqual(["c2"])
  })

  it("[S20] that came from elsewhere is not kept as one's own", async () => {
    const device = lasting()
    const { set, safety } = writer(device)
    set("c1", "peur", "server")
    expect(safety()).toBe("saved")
    set("c2", "porte")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    expect(await keptKeys(device)).toEqual(["c2"])
  })

  it("[S21] is not said to be kept where there is no room, and is kept as soon as there is", async () => {
    let isFull = true
    const room = lasting()
    const full = () => Promise.reject(new DOMException("", "QuotaExceededError"))
    const device: Device = { ...room, add: (...given) => (isFull ? full() : room.add(...given)) }
    const { set, safety } = writer(device)
    set("c1", "peur")
    await vi.waitFor(() => expect(safety()).toBe("full"))
    isFull = false
    set("c2", "porte")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    expect(await kept(device)).toEqual({ c1: "peur", c2: "porte" })
  })

  it("[S21] is not said to be kept where the browser keeps nothing, and is saved all the same", async () => {
    const { set, safety, acknowledged } = writer(memoryDevice("ana"))
    set("c1", "peur")
    await vi.waitFor(() => expect(safety()).toBe("no-storage"))
    acknowledged()
    expect(safety()).toBe("saved")
  })

  it("[S34] is carried over to a document that begins anew, and what the old one held besides is not", async () => {
    const device = lasting()
    const { doc, set, safety, stop } = writer(device)
    set("erased", "mots effacés", "server")
    set("c1", "peur")
    set("c1", "honte")
    set("c2", "porte")
    await vi.waitFor(() => expect(safety()).toBe("kept"))
    expect(doc.getMap("codings").size).toBe(3)
    stop()
    await carryOver(doc, room, device)
    expect(await kept(device)).toEqual({ c1: "honte", c2: "porte" })
    expect(await device.all("updates")).toHaveLength(1)
  })

  it("[S20] that waits behind what is being kept is given to the device at once when the window goes", async () => {
    const given: unknown[] = []
    const never: Device = { ...lasting(), add: (_, value) => new Promise(() => given.push(value)) }
    const { set, stop } = writer(never)
    set("c1", "peur")
    set("c2", "porte")
    expect(given).toHaveLength(1)
    void stop()
    expect(given).toHaveLength(2)
  })

  it("[S20] [S34] of two tabs is carried over, what is in flight too", async () => {
    const shared = lasting()
    const [one, other] = [writer(shared), writer(shared)]
    one.set("c1", "peur")
    one.set("c2", "porte")
    other.set("c3", "colère")
    await other.stop()
    await one.stop()
    await carryOver(one.doc, room, shared)
    expect(await kept(shared)).toEqual({ c1: "peur", c2: "porte", c3: "colère" })
    await carryOver(other.doc, room, shared)
    expect(await kept(shared)).toEqual({ c1: "peur", c2: "porte", c3: "colère" })
  })
})
