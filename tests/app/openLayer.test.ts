import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { WebSocket, WebSocketServer } from "ws"
import type { Device, WaitingUpdate } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { copyOf } from "../../app/_device/names"
import { forgetCopy } from "../../app/_device/wipe"
import { connect, type RoomState } from "../../app/_sync/connect"
import type { Safety } from "../../app/_sync/keepWriting"
import { openLayer } from "../../app/_sync/openLayer"
import { browserStorage } from "../support/browserStorage"

const room = "layer/s1/ana"

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

  it("[S20] keeps what is written after another tab has wiped the copy", async () => {
    const device: Device = { ...memoryDevice("ana"), lasts: true }
    const safeties: Safety[] = []
    const ignore = () => {}
    const layer = openLayer(room, device, {
      state: ignore,
      safety: (safety) => safeties.push(safety),
      ready: ignore,
      replaced: ignore,
    })
    await vi.waitFor(() => expect(knocks).toBe(1))
    await forgetCopy(copyOf("ana", room, 0))
    const heard = vi.fn()
    layer.doc.on("update", heard)
    layer.doc.transact(() => layer.doc.getMap("codings").set("c1", "peur"), "own")
    await vi.waitFor(() => expect(safeties.at(-1)).toBe("kept"))
    const waiting = await device.all<WaitingUpdate>("updates")
    expect(waiting.flatMap(({ value }) => value.touched)).toEqual([{ map: "codings", key: "c1" }])
    expect(heard).toHaveBeenCalledOnce()
    layer.close()
  })

  it("[S20] is let go of when its page goes, and stays open where its writing is nowhere but in it", async () => {
    const roomy: Device = { ...memoryDevice("ana"), lasts: true }
    const isFull = () => Promise.reject(new DOMException("", "QuotaExceededError"))
    for (const [device, said, left] of [
      [roomy, "kept", 0],
      [{ ...roomy, add: isFull }, "full", 1],
    ] as const) {
      const safeties: Safety[] = []
      const ignore = () => {}
      const layer = openLayer(room, device, {
        state: ignore,
        safety: (safety) => safeties.push(safety),
        ready: ignore,
        replaced: ignore,
      })
      await vi.waitFor(() => expect(server.clients.size).toBe(1))
      layer.doc.transact(() => layer.doc.getMap("codings").set("c1", "peur"), "own")
      await vi.waitFor(() => expect(safeties.at(-1)).toBe(said))
      layer.close()
      await new Promise((resolve) => setTimeout(resolve))
      expect(layer.doc.isDestroyed).toBe(left === 0)
      await vi.waitFor(() => expect(server.clients.size).toBe(left))
    }
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
