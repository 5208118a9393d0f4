import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { WebSocket, WebSocketServer } from "ws"
import * as Y from "yjs"
import type { Device, WaitingUpdate } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { copyOf } from "../../app/_device/names"
import { forgetCopy } from "../../app/_device/wipe"
import type { Entry } from "../../app/_sync/carryOver"
import { connect, type RoomState } from "../../app/_sync/connect"
import type { Safety } from "../../app/_sync/keepWriting"
import { openLayer } from "../../app/_sync/openLayer"
import { browserStorage } from "../support/browserStorage"

const room = "layer/s1/ana"
const lasting = (): Device => ({ ...memoryDevice("ana"), lasts: true })
const noRoom = () => Promise.reject(new DOMException("", "QuotaExceededError"))
const full = (): Device => ({ ...lasting(), add: noRoom })

function opened(device: Device, before: readonly Entry[] = []) {
  const safeties: Safety[] = []
  const alone: boolean[] = []
  let replaced: (left: readonly Entry[]) => void
  const carried = new Promise<readonly Entry[]>((resolve) => (replaced = resolve))
  const hears = {
    state: () => {},
    safety: (safety: Safety) => safeties.push(safety),
    ready: () => {},
    alone: (isAlone: boolean) => alone.push(isAlone),
    replaced: (left: readonly Entry[]) => replaced(left),
  }
  const layer = openLayer(room, device, hears, before)
  const set = (key: string, value: string) =>
    layer.doc.transact(() => layer.doc.getMap("codings").set(key, value), "own")
  return { layer, safeties, alone, carried, set }
}

async function keptOn(device: Device) {
  const doc = new Y.Doc()
  for (const { value } of await device.all<WaitingUpdate>("updates")) Y.applyUpdate(doc, value.update)
  return doc.getMap("codings").toJSON()
}

describe("a room, as a browser opens it", () => {
  let server: WebSocketServer
  let closesWith: number | null = null
  let knocks = 0

  beforeEach(async () => {
    knocks = 0
    server = new WebSocketServer({ port: 0 })
    server.on("connection", (socket) => {
      knocks++
      if (closesWith !== null) socket.close(closesWith)
    })
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    vi.stubGlobal("location", { protocol: "http:", host: `localhost:${port}` })
    vi.stubGlobal("WebSocket", WebSocket)
    vi.stubGlobal("window", new EventTarget())
    vi.stubGlobal("indexedDB", browserStorage())
    vi.stubGlobal("IDBKeyRange", { lowerBound: () => null, upperBound: () => null })
  })
  afterEach(() => {
    closesWith = null
    for (const socket of server.clients) socket.terminate()
    server.close()
    vi.unstubAllGlobals()
  })

  function replaceAll() {
    for (const socket of server.clients) socket.close(4409)
  }

  it("[S20] keeps what is written after another tab has wiped the copy", async () => {
    const device = lasting()
    const { layer, safeties, set } = opened(device)
    await vi.waitFor(() => expect(knocks).toBe(1))
    await forgetCopy(copyOf("ana", room, 0))
    const heard = vi.fn()
    layer.doc.on("update", heard)
    set("c1", "peur")
    await vi.waitFor(() => expect(safeties.at(-1)).toBe("kept"))
    expect(await keptOn(device)).toEqual({ c1: "peur" })
    expect(heard).toHaveBeenCalledOnce()
    layer.close()
  })

  it("[S20] [S21] is let go of when its page goes, and stays open where its writing is nowhere but in it", async () => {
    for (const [device, said, left] of [
      [lasting(), "kept", 0],
      [full(), "full", 1],
    ] as const) {
      const { layer, safeties, alone, set } = opened(device)
      await vi.waitFor(() => expect(server.clients.size).toBe(1))
      set("c1", "peur")
      await vi.waitFor(() => expect(safeties.at(-1)).toBe(said))
      layer.close()
      await new Promise((resolve) => setTimeout(resolve))
      expect(layer.doc.isDestroyed).toBe(left === 0)
      expect(alone.at(-1)).toBe(left === 1)
      await vi.waitFor(() => expect(server.clients.size).toBe(left))
    }
  })

  it("[S20] [S21] that is replaced gives what a full device does not take to the next opening", async () => {
    const { safeties, set, carried } = opened(full())
    await vi.waitFor(() => expect(knocks).toBe(1))
    set("c1", "peur")
    await vi.waitFor(() => expect(safeties.at(-1)).toBe("full"))
    replaceAll()
    const left = await carried
    expect(left).toEqual([{ map: "codings", key: "c1", value: "peur" }])

    const next = opened(full(), left)
    expect(next.alone.at(-1)).toBe(true)
    await vi.waitFor(() => expect(next.safeties.at(-1)).toBe("full"))
    expect(next.layer.doc.getMap("codings").toJSON()).toEqual({ c1: "peur" })
    await vi.waitFor(() => expect(server.clients.size).toBe(1))
    next.layer.close()

    const roomy = lasting()
    const third = opened(roomy, left)
    await vi.waitFor(() => expect(third.safeties.at(-1)).toBe("kept"))
    expect(await keptOn(roomy)).toEqual({ c1: "peur" })
    third.layer.close()
  })

  it("[S20] [S34] that is replaced takes the room of its copy for what waits, and hands it on where that does not do", async () => {
    for (const [copiesTook, left] of [
      [true, []],
      [false, [{ map: "codings", key: "c1", value: "peur" }]],
    ] as const) {
      const roomy = lasting()
      let isFull = false
      const add: Device["add"] = (...given) => (isFull ? noRoom() : roomy.add(...given))
      const { safeties, set, carried } = opened({ ...roomy, add })
      const before = knocks
      await vi.waitFor(() => expect(knocks).toBe(before + 1))
      set("c1", "peur")
      await vi.waitFor(() => expect(safeties.at(-1)).toBe("kept"))
      isFull = true
      const deleted = vi.spyOn(indexedDB, "deleteDatabase")
      if (copiesTook) {
        const { deleteDatabase } = browserStorage()
        deleted.mockImplementation((name) => {
          isFull = false
          return deleteDatabase(name) as never
        })
      }
      replaceAll()
      expect(await carried).toEqual(left)
      expect(await keptOn(roomy)).toEqual(copiesTook ? { c1: "peur" } : {})
      deleted.mockRestore()
    }
  })

  it("[S20] that is replaced hands on what is written until then", async () => {
    const roomy = lasting()
    const late: (() => void)[] = []
    const remove: Device["remove"] = async (...given) => {
      for (const write of late.splice(0)) write()
      await roomy.remove(...given)
    }
    const { safeties, set, carried } = opened({ ...roomy, remove })
    await vi.waitFor(() => expect(knocks).toBe(1))
    set("c1", "peur")
    await vi.waitFor(() => expect(safeties.at(-1)).toBe("kept"))
    late.push(() => set("c1", "honte"))
    late.push(() => set("c2", "porte"))
    replaceAll()
    expect(await carried).toEqual([
      { map: "codings", key: "c1", value: "honte" },
      { map: "codings", key: "c2", value: "porte" },
    ])
    expect(safeties.at(-1)).toBe("keeping")
    expect(await keptOn(roomy)).toEqual({ c1: "peur" })
  })

  it("[S20] [S21] that is replaced after its page has gone goes on holding what is nowhere but in it", async () => {
    const { layer, safeties, alone, set } = opened(full())
    await vi.waitFor(() => expect(server.clients.size).toBe(1))
    set("c1", "peur")
    await vi.waitFor(() => expect(safeties.at(-1)).toBe("full"))
    layer.close()
    replaceAll()
    await vi.waitFor(() => expect(knocks).toBe(2))
    expect(layer.doc.isDestroyed).toBe(true)
    expect(alone.at(-1)).toBe(true)
  })

  it.each([
    ["is full", 4413, "full"],
    ["takes no message as long", 1009, "not-taken"],
    ["does not understand", 1007, "not-taken"],
  ] as const)("[S21] says that the server %s, and does not knock again", async (_, code, end) => {
    closesWith = code
    const states: RoomState[] = []
    const connection = connect(room, { state: (state) => states.push(state), replaced: () => {} })
    await vi.waitFor(() => expect(states.at(-1)).toBe(end))
    window.dispatchEvent(new Event("online"))
    expect(states.at(-1)).toBe(end)
    expect(connection.provider.shouldConnect).toBe(false)
    connection.close()
  })

  it("[S33] knocks again after any other end", async () => {
    closesWith = 1013
    const states: RoomState[] = []
    const connection = connect(room, { state: (state) => states.push(state), replaced: () => {} })
    await vi.waitFor(() => expect(knocks).toBe(2))
    expect(states.at(-1)).toBe("offline")
    connection.close()
  })
})
