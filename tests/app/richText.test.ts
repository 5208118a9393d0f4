import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { WebSocket, WebSocketServer } from "ws"
import * as Y from "yjs"
import type { Device, WaitingUpdate } from "../../app/_device/device"
import { memoryDevice } from "../../app/_device/memoryDevice"
import { syncOf } from "../../app/_richtext/RichTextState"
import type { Safety } from "../../app/_sync/keepWriting"
import { openRichText } from "../../app/_sync/openRichText"
import { sendRichTexts } from "../../app/_sync/sendRichTexts"

const room = "memo/m1"
const lasting = (): Device => ({ ...memoryDevice("ana"), lasts: true })

function opened(device: Device) {
  const heard = { safety: [] as Safety[], alone: [] as boolean[], ready: 0 }
  const text = openRichText(room, device, {
    state: () => {},
    safety: (safety) => heard.safety.push(safety),
    ready: () => heard.ready++,
    alone: (isAlone) => heard.alone.push(isAlone),
    replaced: () => {},
  })
  const type = (words: string) => {
    const paragraph = new Y.XmlElement("paragraph")
    text.doc.getXmlFragment("text").push([paragraph])
    paragraph.push([new Y.XmlText(words)])
  }
  return { text, heard, type }
}

const wordsIn = (doc: Y.Doc) => doc.getXmlFragment("text").toString()

describe("a rich text, as a browser opens it", () => {
  let server: WebSocketServer
  let closesWith: number | null = null
  let knocks: string[] = []

  beforeEach(async () => {
    knocks = []
    closesWith = null
    server = new WebSocketServer({ port: 0 })
    server.on("connection", (socket, request) => {
      knocks.push(request.url ?? "")
      if (closesWith !== null) socket.close(closesWith)
    })
    await once(server, "listening")
    const { port } = server.address() as AddressInfo
    vi.stubGlobal("location", { protocol: "http:", host: `localhost:${port}` })
    vi.stubGlobal("WebSocket", WebSocket)
    vi.stubGlobal("window", new EventTarget())
    vi.stubGlobal("navigator", { onLine: true })
    vi.stubGlobal("localStorage", {})
    vi.stubGlobal("fetch", async () => Response.json({ id: "ana" }))
  })
  afterEach(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
    vi.unstubAllGlobals()
  })

  it("[M5, S20, S21] keeps what is written until the server has it, and has it again when it is opened anew", async () => {
    const device = lasting()
    const first = opened(device)
    await vi.waitFor(() => expect(knocks).toHaveLength(1))
    first.type("les mots")
    await vi.waitFor(() => expect(first.heard.safety.at(-1)).toBe("kept"))
    expect(first.heard.alone.at(-1)).toBe(false)
    first.text.close()
    const again = opened(device)
    await vi.waitFor(() => expect(wordsIn(again.text.doc)).toContain("les mots"))
    again.text.close()
  })

  it("[S22] opens without a line from what this device keeps of it, and from nothing else", async () => {
    const device = lasting()
    const unknown = opened(device)
    await vi.waitFor(() => expect(knocks).toHaveLength(1))
    expect(unknown.heard.ready).toBe(0)
    unknown.text.close()
    const doc = new Y.Doc()
    doc.getXmlFragment("text").push([new Y.XmlText("déjà lus")])
    await device.put("copies", room, Y.encodeStateAsUpdate(doc))
    const known = opened(device)
    await vi.waitFor(() => expect(known.heard.ready).toBe(1))
    expect(wordsIn(known.text.doc)).toContain("déjà lus")
    known.text.close()
  })

  it("[S29] [B6] keeps nothing of one that is refused, and keeps what waits of all others", async () => {
    const device = lasting()
    const other: WaitingUpdate = { room: "memo/m2", update: new Uint8Array([0, 0]), touched: [] }
    await device.add("updates", other)
    const { text, heard, type } = opened(device)
    await vi.waitFor(() => expect(knocks).toHaveLength(1))
    type("les mots")
    await vi.waitFor(() => expect(heard.safety.at(-1)).toBe("kept"))
    await device.put("copies", room, Y.encodeStateAsUpdate(text.doc))
    closesWith = 4403
    for (const socket of server.clients) socket.close(1012)
    await vi.waitFor(async () => expect(await device.find("copies", room)).toBeUndefined())
    await vi.waitFor(async () =>
      expect((await device.all<WaitingUpdate>("updates")).map(({ value }) => value.room)).toEqual([
        "memo/m2",
      ]),
    )
    text.close()
  })

  it("[S20] is sent when its page was left, and no room of another kind with it", async () => {
    const device = lasting()
    const { text, heard, type } = opened(device)
    await vi.waitFor(() => expect(knocks).toHaveLength(1))
    type("les mots")
    await vi.waitFor(() => expect(heard.safety.at(-1)).toBe("kept"))
    text.close()
    await device.add("updates", { room: "layer/s1/ana", update: new Uint8Array([0, 0]), touched: [] })
    const sender = sendRichTexts({ device, isOpen: () => false, hearAlone: () => () => {} })
    await sender.send()
    await vi.waitFor(() => expect(knocks).toHaveLength(2))
    expect(knocks[1]).toContain("/collab/memo/m1")
    await sender.send()
    expect(knocks).toHaveLength(2)
    sender.stop()
  })
})

it("[S21] says saved of a rich text only where the server has it", () => {
  expect(syncOf("synced", "saved", false)).toEqual({ state: "saved", offline: false })
  expect(syncOf("connecting", "saved", false)).toEqual({ state: "quiet" })
  expect(syncOf("synced", "keeping", true)).toEqual({ state: "quiet" })
  expect(syncOf("offline", "kept", true)).toEqual({ state: "here", offline: true, waiting: 0 })
  expect(syncOf("synced", "full", true)).toEqual({ state: "lost", because: "full" })
  expect(syncOf("full", "kept", false)).toEqual({ state: "untaken", because: "full" })
})
