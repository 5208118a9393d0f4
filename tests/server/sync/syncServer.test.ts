import { afterEach, describe, expect, it, vi } from "vitest"
import type { Admission, Caller } from "../../../server/sync/ports"
import { startSync, type TestClient, type TestSync } from "../../support/ysocket"

const read: Admission = { access: "read", kind: "log", awareness: "none" }
const none: Admission = { access: "none" }

let running: TestSync | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

const start = async (given?: Parameters<typeof startSync>[0]) => {
  running = await startSync(given)
  return running
}

const write = ({ doc }: TestClient, key: string, value: unknown = true) =>
  doc.getMap("codings").set(key, value)
const keys = ({ doc }: TestClient) => [...doc.getMap("codings").keys()].sort()
const sees = (client: TestClient, ...expected: string[]) =>
  vi.waitFor(() => expect(keys(client)).toEqual(expected), { timeout: 5000, interval: 5 })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe("two clients in one room", () => {
  it("see what each other writes, and what was written before they came", async () => {
    const { client } = await start()
    const ana = client("ana", "layer/m7")
    await ana.synced()
    write(ana, "fear")
    const ben = client("ben", "layer/m7")
    await sees(ben, "fear")
    write(ben, "clinic")
    await sees(ana, "clinic", "fear")
  })

  it("get, after a lost line, what they missed and nobody loses what was written meanwhile", async () => {
    const { client } = await start()
    const [ana, ben] = [client("ana", "layer/m7"), client("ben", "layer/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    ana.provider.disconnect()
    write(ana, "offline")
    write(ben, "online")
    ana.provider.connect()
    await sees(ana, "offline", "online")
    await sees(ben, "offline", "online")
  })

  it("leave the room's content to whoever comes after the room was closed for idleness", async () => {
    const { client, sync } = await start({ limits: { idle: 20 } })
    const ana = client("ana", "layer/m7")
    await ana.synced()
    write(ana, "fear")
    ana.provider.destroy()
    await vi.waitFor(() => expect(sync.stats()).toEqual({ rooms: 0, sockets: 0 }))
    await sees(client("ben", "layer/m7"), "fear")
  })

  it("do not append again what the log holds when they come back", async () => {
    const { client, store } = await start()
    const ana = client("ana", "layer/m7")
    await ana.synced()
    write(ana, "fear")
    ana.doc.getMap("codings").delete("fear")
    await vi.waitFor(() => expect(store.entries("layer/m7")).toHaveLength(2))
    ana.provider.disconnect()
    ana.provider.connect()
    await ana.synced()
    write(ana, "after")
    await vi.waitFor(() => expect(store.entries("layer/m7")).toHaveLength(3))
  })

  it("are in the log by name: each entry has its member and session", async () => {
    const { client, store } = await start()
    const ana = client("ana", "layer/m7")
    await ana.synced()
    write(ana, "fear")
    await vi.waitFor(() =>
      expect(store.entries("layer/m7")).toMatchObject([{ member: "ana", session: "ana-session" }]),
    )
  })
})

describe("durable before visible", () => {
  it("[S2] shows an update to nobody, newcomers included, until its append has ended", async () => {
    const { client, store } = await start()
    const [ana, ben] = [client("ana", "layer/m7"), client("ben", "layer/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    const release = store.hold()
    write(ana, "canary")
    await pause(60)
    const newcomer = client("cleo", "layer/m7")
    await newcomer.synced()
    expect([keys(ben), keys(newcomer)]).toEqual([[], []])
    release()
    await sees(ben, "canary") // so the lines above could have failed
    await sees(newcomer, "canary")
  })

  it("counts for those who ask what is durable, and not before", async () => {
    const { client, store } = await start()
    const ana = client("ana", "layer/m7", { ack: true })
    const counts: number[] = []
    ana.provider.messageHandlers[100] = (_encoder, decoder) => {
      counts.push(decoder.arr[decoder.pos]!)
    }
    await ana.synced()
    await vi.waitFor(() => expect(counts).toEqual([1])) // its answer to the server's question
    const release = store.hold()
    write(ana, "fear")
    write(ana, "clinic")
    await pause(60)
    expect(counts).toEqual([1])
    release()
    await vi.waitFor(() => expect(counts).toEqual([1, 2, 3]))
  })

  it("closes the room when an append fails, and what was written is sent again", async () => {
    const { client, store } = await start()
    const [ana, ben] = [client("ana", "layer/m7"), client("ben", "layer/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    store.failOnce()
    write(ana, "fear")
    await sees(ben, "fear")
    expect([ana.closings, ben.closings]).toEqual([[1013], [1013]])
    expect(store.entries("layer/m7")).toHaveLength(1)
  })
})

describe("the door", () => {
  it("tells a stranger 4401, and a refused and a missing room alike 4403; both are final", async () => {
    const { client } = await start({ admit: () => none })
    const [stranger, refused, missing] = [
      client("", "layer/m7"),
      client("ana", "layer/m7"),
      client("ana", "no such"),
    ]
    await vi.waitFor(() =>
      expect([stranger, refused, missing].map((each) => each.closings)).toEqual([[4401], [4403], [4403]]),
    )
    await pause(500)
    expect([stranger, refused, missing].map((each) => each.closings.length)).toEqual([1, 1, 1])
  })

  it("lets readers read and ignores what they write, online or from before", async () => {
    const { client, store } = await start({ admit: (_, member) => (member === "ana" ? undefined! : read) })
    const ana = client("ana", "source/m7")
    const reader = client("ben", "source/m7")
    write(reader, "from before")
    await Promise.all([ana.synced(), reader.synced()])
    write(reader, "canary")
    write(ana, "fear")
    await vi.waitFor(() => expect(keys(reader)).toContain("fear")) // the line stays, and the room works
    expect(keys(ana)).toEqual(["fear"])
    expect(store.entries("source/m7")).toHaveLength(1)
  })

  it("is asked again when a session was closed while its socket was on the way in", async () => {
    let answerWho = (_: Caller | null) => {}
    const asked = vi.fn(() => new Promise<Caller | null>((resolve) => (answerWho = resolve)))
    const { client, sync } = await start({ ports: { whoIs: asked } })
    const ana = client("ana", "layer/m7")
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
    sync.closeSession("s")
    answerWho({ member: "ana", session: "s", until: null, mayWrite: true })
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
    answerWho(null)
    await vi.waitFor(() => expect(ana.closings).toEqual([4401]))
  })

  it("[S41] closes the sockets of a sign-in that has run out for good, and no others", async () => {
    let until = new Date(8.64e15)
    const { client } = await start({
      limits: { beat: 40 },
      ports: {
        whoIs: async ({ headers }) => {
          const member = headers.authorization!.replace("Bearer ", "")
          return { member, session: member, until, mayWrite: true }
        },
      },
    })
    const ben = client("ben", "layer/m7")
    await ben.synced()
    until = new Date(Date.now() + 300)
    const ana = client("ana", "layer/m7")
    await vi.waitFor(() => expect(ana.closings).toEqual([4401]))
    expect(ben.closings).toEqual([])
    write(ben, "fear")
    await sees(ben, "fear")
  })

  it("closes a revoked session's sockets for good, and others' where access changed to knock again", async () => {
    const { client, sync } = await start()
    const [ana, ben] = [client("ana", "layer/m7"), client("ben", "layer/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    sync.closeSession("ana-session")
    await vi.waitFor(() => expect(ana.closings).toEqual([4401]))
    expect(ben.closings).toEqual([])
    sync.closeWhere(({ member }) => member === "ben")
    await vi.waitFor(() => expect(ben.closings).toEqual([1012]))
    await ben.synced()
    expect(ana.provider.wsconnected).toBe(false)
  })

  it("refuses the upgrade to pages of another site", async () => {
    const { raw } = await start({ ports: { originAllowed: () => false } })
    const status = await new Promise((resolve) =>
      raw("ana", "layer/m7").on("unexpected-response", (_, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(403)
  })
})

describe("awareness", () => {
  const shown = ({ provider, doc }: TestClient) =>
    [...provider.awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, state]) => state)

  it("[B14] shows others the allowed fields and those set by the server, and is gone when its socket is", async () => {
    const { client } = await start({
      admit: (_, member) => ({
        access: "write",
        kind: "log",
        awareness: { fields: ["cursor"], stamp: { member } },
      }),
    })
    const [ana, ben] = [client("ana", "notes/m7"), client("ben", "notes/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    ana.provider.awareness.setLocalState({ cursor: 7, secret: "canary", member: "ben" })
    await vi.waitFor(() => expect(shown(ben)).toEqual([{ cursor: 7, member: "ana" }]))
    const cleo = client("cleo", "notes/m7")
    await vi.waitFor(() => expect(shown(cleo)).toContainEqual({ cursor: 7, member: "ana" }))
    cleo.provider.awareness.setLocalState({})
    await vi.waitFor(() => expect(shown(ben)).toHaveLength(2))
    ana.provider.destroy()
    await vi.waitFor(() => expect(shown(ben)).toEqual([{ member: "cleo" }]))
  })

  it("does not let a socket speak for another's client", async () => {
    const { client } = await start()
    const [ana, ben] = [client("ana", "notes/m7"), client("ben", "notes/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    ana.provider.awareness.setLocalState({ cursor: "ana's" })
    await vi.waitFor(() => expect(shown(ben)).toEqual([{ cursor: "ana's" }]))
    ben.provider.awareness.states.set(ana.doc.clientID, { cursor: "forged" })
    ben.provider.awareness.meta.set(ana.doc.clientID, { clock: 1000, lastUpdated: Date.now() })
    ben.provider.awareness.emit("update", [{ added: [], updated: [ana.doc.clientID], removed: [] }, "local"])
    ben.provider.awareness.setLocalState({ cursor: "ben's" })
    await vi.waitFor(() => expect(shown(ana)).toEqual([{ cursor: "ben's" }]))
    const newcomer = client("cleo", "notes/m7")
    await vi.waitFor(() => expect(shown(newcomer)).toContainEqual({ cursor: "ben's" }))
    expect(shown(newcomer)).toContainEqual({ cursor: "ana's" })
  })

  it("[B5] crosses neither way for those it is not open to", async () => {
    const { client } = await start({
      admit: (_, member) => ({
        access: "write",
        kind: "log",
        awareness: member === "ben" ? "none" : { fields: ["cursor"] },
      }),
    })
    const [ana, ben, cleo] = [
      client("ana", "source/m7"),
      client("ben", "source/m7"),
      client("cleo", "source/m7"),
    ]
    await Promise.all([ana.synced(), ben.synced(), cleo.synced()])
    ben.provider.awareness.setLocalState({ cursor: 1 })
    ana.provider.awareness.setLocalState({ cursor: 2 })
    cleo.provider.awareness.setLocalState({ cursor: 3 })
    await vi.waitFor(() => expect(shown(cleo)).toEqual([{ cursor: 2 }]))
    await vi.waitFor(() => expect(shown(ana)).toEqual([{ cursor: 3 }]))
    write(ana, "after") // what comes later on the same lines has come
    await sees(ben, "after")
    expect(shown(ben)).toEqual([])
    expect(shown(ana)).toEqual([{ cursor: 3 }])
  })
})

describe("a line that is silent", () => {
  it("hears a frame at the latest after two beats, with awareness or without", async () => {
    const { client } = await start({ limits: { beat: 40 }, admit: () => read })
    const ana = client("ana", "source/m7")
    await ana.synced()
    ana.provider.awareness.setLocalState(null)
    await pause(20)
    const before = ana.provider.wsLastMessageReceived
    await vi.waitFor(() => expect(ana.provider.wsLastMessageReceived).toBeGreaterThan(before + 60))
  })

  it("is answered each time its client says that it is still there, where awareness goes nowhere", async () => {
    const { client } = await start({ admit: () => read })
    const ana = client("ana", "source/m7")
    await ana.synced()
    await pause(20)
    const before = ana.provider.wsLastMessageReceived
    ana.provider.awareness.setLocalState({})
    await vi.waitFor(() => expect(ana.provider.wsLastMessageReceived).toBeGreaterThan(before))
  })
})
