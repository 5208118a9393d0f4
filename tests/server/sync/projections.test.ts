import { afterEach, describe, expect, it, vi } from "vitest"
import * as Y from "yjs"
import type { Admission } from "../../../server/sync/ports"
import { createProjections, type ProjectionContent } from "../../../server/sync/projections"
import { startSync, type TestSync } from "../../support/ysocket"

const log = { info: () => {}, warn: () => {}, error: vi.fn() }
const review: Admission = { access: "write", kind: "projection", awareness: { fields: ["playHead"] } }

/** What the rows say now; tests change it. */
let content: ProjectionContent = {}
let builds = 0
const counting = () => {
  let last = 100
  return () => ++last
}
const build = async () => {
  builds++
  const now = content
  await new Promise((resolve) => setTimeout(resolve, 5))
  return now
}
const projecting = () => createProjections({ build, newClientId: counting(), log })

let running: TestSync | null = null
afterEach(async () => {
  await running?.stop()
  running = null
  content = {}
  builds = 0
})

const start = async (limits = {}) => {
  running = await startSync({ admit: () => review, projections: projecting(), limits })
  return running
}
const flags = (doc: Y.Doc) => doc.getMap("flags").toJSON()

describe("a projection", () => {
  it("shows what is true, and what became true after a refresh", async () => {
    content = { flags: { f1: { kind: "code" }, f2: { kind: "omission" } } }
    const { client, sync } = await start()
    const ana = client("ana", "review/m7")
    await ana.synced()
    expect(flags(ana.doc)).toEqual(content.flags)
    content = { flags: { f1: { kind: "code", proposed: true }, f3: {} } }
    await sync.refresh("review/m7")
    await vi.waitFor(() => expect(flags(ana.doc)).toEqual(content.flags))
  })

  it("[B4] is not written by those who read it", async () => {
    content = { flags: { f1: 1 } }
    const { client, sync, store } = await start()
    const [ana, ben] = [client("ana", "review/m7"), client("ben", "review/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    ana.doc.getMap("flags").set("canary", true)
    content = { flags: { f1: 2 } }
    await sync.refresh("review/m7")
    await vi.waitFor(() => expect(flags(ben.doc)).toEqual({ f1: 2 }))
    expect(store.entries("review/m7")).toEqual([])
  })

  it("closes an older copy with 4409, finally, and takes an empty one", async () => {
    content = { flags: { f1: 1 } }
    const { client } = await start({ idle: 10 })
    const ana = client("ana", "review/m7")
    await ana.synced()
    ana.provider.disconnect()
    await vi.waitFor(() => expect(running?.sync.stats().rooms).toBe(0))
    const ben = client("ben", "review/m7") // the room is built anew
    await ben.synced()
    ana.provider.connect()
    await vi.waitFor(() => expect(ana.closings).toEqual([4409]))
    const again = client("ana", "review/m7")
    await again.synced()
    expect(flags(again.doc)).toEqual({ f1: 1 })
    expect(ana.provider.shouldConnect).toBe(false)
  })

  it("takes a copy back that only lost its line", async () => {
    content = { flags: { f1: 1 } }
    const { client, sync } = await start()
    const ana = client("ana", "review/m7")
    await ana.synced()
    ana.provider.disconnect()
    content = { flags: { f1: 2 } }
    await sync.refresh("review/m7")
    ana.provider.connect()
    await vi.waitFor(() => expect(flags(ana.doc)).toEqual({ f1: 2 }))
    expect(ana.closings).toEqual([])
  })

  it("carries awareness: one play head for all", async () => {
    const { client } = await start()
    const [ana, ben] = [client("ana", "review/m7"), client("ben", "review/m7")]
    await Promise.all([ana.synced(), ben.synced()])
    ana.provider.awareness.setLocalState({ playHead: { atMs: 31_000 } })
    await vi.waitFor(() =>
      expect([...ben.provider.awareness.getStates().values()]).toContainEqual({ playHead: { atMs: 31_000 } }),
    )
  })

  it("asks its client to come back when it cannot be built", async () => {
    running = await startSync({
      admit: () => review,
      projections: createProjections({
        build: () => Promise.reject(new Error("no")),
        newClientId: () => 1,
        log,
      }),
    })
    const ana = running.client("ana", "review/m7")
    await vi.waitFor(() => expect(ana.closings[0]).toBe(1013))
  })
})

describe("refreshing", () => {
  it("writes only what differs, and says nothing where nothing does", async () => {
    content = { flags: { f1: { kind: "code" }, f2: { kind: "omission" } } }
    const projections = projecting()
    const { doc } = await projections.open("review/m7")
    const updates: Uint8Array[] = []
    doc.on("update", (update) => updates.push(update))
    content = { flags: { f2: { kind: "omission" }, f1: { kind: "code" } } }
    await projections.refresh("review/m7")
    expect(updates).toHaveLength(0)
    content = { flags: { f2: { kind: "boundary" } } }
    await projections.refresh("review/m7")
    expect(updates).toHaveLength(1)
    expect(flags(doc)).toEqual(content.flags)
  })

  it("shares one build among calls made while another runs, and never misses the last change", async () => {
    const projections = projecting()
    const { doc } = await projections.open("review/m7")
    builds = 0
    const all: Promise<void>[] = []
    for (let change = 1; change <= 10; change++) {
      content = { flags: { change } }
      all.push(projections.refresh("review/m7"))
    }
    await Promise.all(all)
    expect(flags(doc)).toEqual({ change: 10 })
    expect(builds).toBe(2)
  })

  it("builds nothing for a room that nobody has open", async () => {
    const projections = projecting()
    const { close } = await projections.open("review/m7")
    close()
    builds = 0
    await projections.refresh("review/m7")
    expect(builds).toBe(0)
  })

  it("[B10] gives the same bytes for the same changes", async () => {
    const run = async () => {
      content = { flags: { b: 1, a: 2 }, codings: { c: [1] } }
      const projections = projecting()
      const { doc } = await projections.open("review/m7")
      content = { flags: { a: 3, d: 4 } }
      await projections.refresh("review/m7")
      return Y.encodeStateAsUpdate(doc)
    }
    expect(await run()).toEqual(await run())
  })
})
