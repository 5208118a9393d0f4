/** What was written in a transcript and came too late: told apart from what the server has, kept until it is put away. */
import { describe, expect, it, vi } from "vitest"
import * as Y from "yjs"
import type { Device, WaitingUpdate } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { wipeRoom } from "../../app/_device/wipe"
import { keepWriting } from "../../app/_sync/keepWriting"
import { createLate } from "../../app/_sync/late"
import { lacking, wordsWritten } from "../../app/_sync/lateWords"
import { remove, type } from "../../core/ydoc/editing"
import { splitTurn } from "../../core/ydoc/turnEdits"

const room = "source/s1"
const about = { room, project: "p1" }
const all = () => true
const lasting = (): Device => ({ ...memoryDevice("ana"), lasts: true })

/** A transcript on the server, and a window in which it is written. */
function opened(words = "Oui, la peur.") {
  const server = new Y.Doc()
  server.getText("text").insert(0, words)
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  window.on("update", (update: Uint8Array) => updates.push(update))
  const text = () => window.getText("text").toString()
  return { server, window, updates, text }
}

const waits = (device: Device, update: Uint8Array, epoch = 0) =>
  device.add("updates", {
    room,
    update,
    touched: [],
    text: { project: "p1", epoch },
  } satisfies WaitingUpdate)

describe("words that some updates write", () => {
  it("are read as they were written, without what was taken away again", () => {
    const { window, updates, text } = opened()
    const end = () => text().length
    for (const key of " Le vidd") type(window, end(), key)
    remove(window, { from: end() - 1, to: end() })
    for (const key of "e, là.") type(window, end(), key)
    type(window, 3, " donc")
    expect(text()).toBe("Oui donc, la peur. Le vide, là.")
    expect(wordsWritten(updates)).toBe("Le vide, là.\n donc")
  })

  it("stand on another line in another turn; where there are none, none are", () => {
    const { window, updates, text } = opened()
    type(window, text().length, " Oui.")
    splitTurn(window, window.getText("text").length)
    type(window, window.getText("text").length, "Non.")
    expect(wordsWritten(updates)).toBe("Oui.\nNon.")
    expect(wordsWritten([])).toBe("")
  })

  it("are told from those the server has", () => {
    const { server, window, updates, text } = opened()
    type(window, text().length, " Reçu.")
    for (const update of updates) Y.applyUpdate(server, update)
    expect(lacking(server, Y.mergeUpdates(updates))).toBeNull()
    type(window, text().length, " Perdu.")
    expect(wordsWritten([lacking(server, Y.mergeUpdates(updates))!])).toBe("Perdu.")
    const [gone] = [updates.length]
    remove(window, { from: 0, to: 4 })
    const removal = lacking(server, updates[gone]!)
    expect(removal).not.toBeNull()
    expect(wordsWritten([removal!])).toBe("")
  })
})

describe("what came too late", () => {
  it("[C31] is set aside on the device, read once however often it stands there, and gone when it is put away", async () => {
    const { server, window, updates, text } = opened()
    const device = lasting()
    type(window, text().length, " Trop tard.")
    await waits(device, updates[0]!)
    const ring = vi.fn()
    const late = createLate({ device, read: async () => server, ring })
    await late.take(about, all)
    expect(late.read()).toEqual([{ room, project: "p1", words: "Trop tard." }])
    expect(ring).toHaveBeenCalled()

    // Another tab that did the same at the same moment has put it there, too.
    const [row] = await device.all<WaitingUpdate>("updates")
    expect(row!.value.late).toBe(true)
    await device.add("updates", row!.value)
    const later = createLate({ device, read: async () => server })
    await later.readAgain()
    expect(later.read()[0]!.words).toBe("Trop tard.")
    await later.dismiss(room)
    expect(later.read()).toEqual([])
    expect(await device.all("updates")).toEqual([])
  })

  it("[C31] is nothing of what the server has after all, and leaves the device then", async () => {
    const { server, window, updates, text } = opened()
    const device = lasting()
    type(window, text().length, " Reçu.")
    await waits(device, updates[0]!)
    Y.applyUpdate(server, updates[0]!)
    const late = createLate({ device, read: async () => server })
    await late.take(about, all)
    expect(late.read()).toEqual([])
    expect(await device.all("updates")).toEqual([])
  })

  it("is only what was written before words were erased, where that is what is asked", async () => {
    const { server, window, updates, text } = opened()
    const device = lasting()
    type(window, text().length, " Avant.")
    type(window, text().length, " Après.")
    await waits(device, updates[0]!, 0)
    await waits(device, updates[1]!, 1)
    const late = createLate({ device, read: async () => server })
    await late.take(about, (epoch) => epoch !== 1)
    expect(late.read()[0]!.words).toBe("Avant.")
    const rows = await device.all<WaitingUpdate>("updates")
    expect(rows.map(({ value }) => value.late ?? false)).toEqual([false, true])
  })

  it("[S21] stays in the window where the device has no room, what it holds already stays on it", async () => {
    const { server, window, updates, text } = opened()
    const roomy = lasting()
    type(window, text().length, " Gardé.")
    type(window, text().length, " Seul ici.")
    await waits(roomy, updates[0]!)
    const add = () => Promise.reject(new DOMException("", "QuotaExceededError"))
    const late = createLate({ device: { ...roomy, add }, read: async () => server })
    await late.take(about, all, [updates[1]!])
    await late.readAgain()
    expect(late.read()[0]!.words).toBe("Gardé. Seul ici.")
    expect(late.isAlone()).toBe(true)
    expect(await roomy.all("updates")).toHaveLength(1)
    await late.dismiss(room)
    expect(late.isAlone()).toBe(false)
  })

  it("[S29] goes with a source that is not one's to see any more", async () => {
    vi.stubGlobal("localStorage", {})
    const { updates, window } = opened()
    const device = lasting()
    type(window, 0, "Non. ")
    await waits(device, updates[0]!)
    await device.put("desks", "s1/text", { project: "p1" })
    await device.put("desks", "s1/live", { project: "p1" })
    await device.put("desks", "s2/text", { project: "p1" })
    await device.put("desks", "s2/live", { project: "p1" })
    await wipeRoom(device, room)
    expect(await device.all("updates")).toEqual([])
    expect((await device.all("desks")).map(({ key }) => key)).toEqual(["s2/text", "s2/live"])
    // Whose notes are not one's to write any more may still be coded.
    await wipeRoom(device, "notes/s2")
    expect((await device.all("desks")).map(({ key }) => key)).toEqual(["s2/text"])
    vi.unstubAllGlobals()
  })
})

describe("much that is written without a network", () => {
  it("[S20] stands on the device in few pieces, and is all there", async () => {
    const { server, window } = opened("")
    const device = lasting()
    const isOwn = () => true
    const text = { project: "p1", epoch: 0 }
    const writing = keepWriting({ doc: window, room, device, isOwn, text }, [], () => {})
    for (let key = 0; key < 300; key++) {
      type(window, key, "abc"[key % 3]!)
      await Promise.resolve()
    }
    await vi.waitFor(() => expect(writing.safety()).toBe("kept"))
    const rows = await device.all<WaitingUpdate>("updates")
    expect(rows.length).toBeLessThan(100)
    for (const { value } of rows) Y.applyUpdate(server, value.update)
    expect(server.getText("text").toString()).toBe(window.getText("text").toString())
    expect(rows.every(({ value }) => value.text?.project === "p1")).toBe(true)
    writing.acknowledged()
    await vi.waitFor(async () => expect(await device.all("updates")).toEqual([]))
  })
})
