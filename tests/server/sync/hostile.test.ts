import * as encoding from "lib0/encoding"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { WebSocket } from "ws"
import * as Y from "yjs"
import { updateFrame } from "../../../server/sync/frames"
import { startSync, type TestClient, type TestSync } from "../../support/ysocket"

let server: TestSync
let canary: readonly [TestClient, TestClient]

beforeEach(async () => {
  server = await startSync({ limits: { frame: 256 * 1024, unread: 512 * 1024, burst: 100_000 } })
  canary = [server.client("ana", "layer/canary"), server.client("ben", "layer/canary")]
  await Promise.all(canary.map((each) => each.synced()))
})
afterEach(() => server.stop())

/** The canary's room goes on: what one writes the other sees. */
async function isAlive(): Promise<void> {
  const word = Math.random().toString(36)
  canary[0].doc.getMap("codings").set("word", word)
  await vi.waitFor(() => expect(canary[1].doc.getMap("codings").get("word")).toBe(word), { interval: 5 })
}

const opened = (socket: WebSocket) =>
  new Promise<WebSocket>((resolve) => socket.on("open", () => resolve(socket)))
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.on("close", resolve))
const bytes = (...numbers: number[]) => Uint8Array.from(numbers)

function announcing(structs: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, structs)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 0)
  })
}

const frames: Record<string, [Uint8Array, number]> = {
  "an empty frame": [bytes(), 1007],
  "a frame cut short": [bytes(0, 2, 200, 1), 1007],
  "an update that reads on behind the frame": [bytes(0, 2, 120, 1, 1), 1007],
  "a sync step there is not": [bytes(0, 9, 0), 1007],
  "a varint without end": [new Uint8Array(64).fill(255), 1007],
  "a state vector that is none": [bytes(0, 0, 3, 255, 255, 255), 1007],
  "an update that is none": [bytes(0, 2, 3, 9, 9, 9), 1007],
  "an update announcing 2^27 structs": [updateFrame(announcing(2 ** 27)), 1007],
  "an update announcing 2^40 structs": [updateFrame(announcing(2 ** 40)), 1007],
  "awareness that is none": [bytes(1, 3, 1, 1, 200), 1007],
  "a frame too big": [new Uint8Array(300 * 1024), 1009],
}

describe("a hostile socket", () => {
  it.each(Object.entries(frames))("is closed for %s, and nobody else notices", async (_, [frame, code]) => {
    const socket = await opened(server.raw("mallory", "layer/canary"))
    const closing = closed(socket)
    socket.send(frame)
    expect(await closing).toBe(code)
    await isAlive()
    expect(canary.map((each) => each.closings)).toEqual([[], []])
  })

  it("may say what we have no use for", async () => {
    const socket = await opened(server.raw("mallory", "layer/canary"))
    socket.send(bytes(77, 1, 2, 3))
    socket.send(bytes(2, 0))
    socket.send("hello")
    await isAlive()
    expect(socket.readyState).toBe(socket.OPEN)
  })

  it("is cut on a broken WebSocket frame", async () => {
    const socket = await opened(server.raw("mallory", "layer/canary"))
    const closing = closed(socket)
    ;(socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.alloc(11, 0xff))
    await closing
    await isAlive()
  })

  it("is closed with 1013 when it asks for too much at once", async () => {
    await server.stop()
    server = await startSync({ limits: { burst: 50, perSecond: 1 } })
    const socket = await opened(server.raw("mallory", "layer/m7"))
    const closing = closed(socket)
    for (let message = 0; message < 60; message++) socket.send(bytes(3))
    expect(await closing).toBe(1013)
    canary = [server.client("ana", "layer/canary"), server.client("ben", "layer/canary")]
    await isAlive()
  })

  it("is cut when it stops reading, before it costs much", async () => {
    const socket = await opened(server.raw("mallory", "layer/canary"))
    socket.pause()
    const text = canary[0].doc.getText("long")
    await vi.waitFor(
      () => {
        text.insert(0, "x".repeat(128 * 1024))
        text.delete(0, 128 * 1024)
        expect(server.sync.present().map(({ member }) => member)).not.toContain("mallory")
      },
      { timeout: 20_000, interval: 20 },
    )
    await isAlive()
  })

  it("cannot keep a log from being opened", async () => {
    const socket = await opened(server.raw("mallory", "layer/m7"))
    const doc = new Y.Doc()
    doc.getMap("codings").set("fear", true)
    const update = Y.encodeStateAsUpdate(doc)
    for (let at = 0; at < update.length; at++) {
      const bent = update.slice()
      bent[at] = bent[at]! ^ 0xff
      if (socket.readyState === socket.OPEN) socket.send(updateFrame(bent))
    }
    const honest = server.client("ana", "layer/m7")
    await honest.synced()
    honest.doc.getMap("codings").set("clinic", true)
    const newcomer = server.client("ben", "layer/m7")
    await vi.waitFor(() => expect(newcomer.doc.getMap("codings").get("clinic")).toBe(true))
  })
})
