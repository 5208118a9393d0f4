import { afterEach, describe, expect, it, vi } from "vitest"
import * as Y from "yjs"
import { collect } from "../../../server/sync/collect"
import { createCollector } from "../../../server/sync/collector"
import { compact, rewrite } from "../../../server/sync/compaction"
import { memoryStore } from "../../support/memoryStore"
import { startSync, type TestSync } from "../../support/ysocket"

const room = "layer/m7/ana"

/** A document whose every change is appended, as its author's client would. */
function author(store: ReturnType<typeof memoryStore>, member = "ana", copyOf?: Y.Doc) {
  const doc = new Y.Doc()
  if (copyOf) Y.applyUpdate(doc, Y.encodeStateAsUpdate(copyOf))
  const appended: Promise<unknown>[] = []
  doc.on("update", (data: Uint8Array) => {
    appended.push(store.append(room, [{ data, member, session: "s" }]))
  })
  return { doc, appended: () => Promise.all(appended) }
}

async function reader(store: ReturnType<typeof memoryStore>): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await store.load(room)).updates) Y.applyUpdate(doc, update)
  return doc
}

async function shorten(store: ReturnType<typeof memoryStore>, name: string) {
  const loaded = await store.load(name)
  return compact(store, name, loaded, collect(loaded.updates))
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")
const logOf = (store: ReturnType<typeof memoryStore>) =>
  store
    .entries(room)
    .map(({ data }) => text(data))
    .join("")

describe("a log made shorter", () => {
  it("[S5] says the same in one update, without the words that were deleted", async () => {
    const store = memoryStore()
    const { doc, appended } = author(store)
    const codings = doc.getMap("codings")
    for (let n = 0; n < 50; n++) codings.set(`c${n}`, { id: `c${n}`, quote: "on hérite" })
    codings.set("gone", { quote: "canary-quote" })
    doc.getText("memo").insert(0, "kept canary-words kept")
    codings.delete("gone")
    doc.getText("memo").delete(5, 13)
    await appended()
    expect(logOf(store)).toContain("canary") // so the line below could fail

    expect(await shorten(store, room)).toBe("done")

    expect(store.entries(room)).toHaveLength(1)
    expect(logOf(store)).not.toContain("canary")
    const copy = await reader(store)
    expect(copy.getMap("codings").toJSON()).toEqual(codings.toJSON())
    expect(copy.getText("memo").toString()).toBe("kept kept")
    expect(store.entries(room)[0]!.member).toBe("ana")
  })

  it("[S5] lets a copy from before go on as if nothing had been", async () => {
    const store = memoryStore()
    const { doc, appended } = author(store)
    doc.getText("memo").insert(0, "on hérite")
    doc.getText("memo").delete(0, 3)
    await appended()
    await shorten(store, room)
    doc.getText("memo").insert(6, " de cela")
    await appended()
    expect((await reader(store)).getText("memo").toString()).toBe("hérite de cela")
  })

  it("[S6] loses nothing of what is written while it is made, however often", async () => {
    const store = memoryStore()
    const { doc, appended } = author(store)
    const outcomes = new Set<string>()
    const making = (async () => {
      for (let n = 0; n < 200; n++) outcomes.add(await shorten(store, room))
    })()
    for (let n = 0; n < 200; n++) {
      doc.getMap("codings").set(`c${n}`, n)
      if (n % 3 === 0) doc.getMap("codings").delete(`c${n - 1}`)
      await Promise.resolve()
    }
    await Promise.all([appended(), making])
    expect([...outcomes]).toContain("done")
    expect((await reader(store)).getMap("codings").toJSON()).toEqual(doc.getMap("codings").toJSON())
  })

  it("[S6] keeps what waits for an update that has not come yet", async () => {
    const store = memoryStore()
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on("update", (update: Uint8Array) => updates.push(update))
    for (const word of ["on ", "hérite ", "de cela"]) source.getText("memo").insert(0, word)
    const entry = (data: Uint8Array) => ({ data, member: "ana", session: null })
    await store.append(room, [entry(updates[0]!), entry(updates[2]!)])
    expect(await shorten(store, room)).toBe("done")
    await store.append(room, [entry(updates[1]!)])
    expect((await reader(store)).getText("memo").toString()).toBe("de celahérite on ")
  })

  it("[S7] is left as it was where it cannot be read", async () => {
    const bent = memoryStore()
    await bent.append(room, [{ data: Uint8Array.of(9, 9, 9), member: "ana", session: null }])
    expect(await shorten(bent, room)).toBe("not readable")
    expect(bent.entries(room)).toHaveLength(1)
    expect(await shorten(memoryStore(), room)).toBe("empty")
  })

  it("[S5] can be changed on the way: what the change deletes is nowhere afterwards", async () => {
    const store = memoryStore()
    const { doc, appended } = author(store)
    doc.getText("text").insert(0, "chez le docteur canary-name hier")
    await appended()
    const collector = createCollector()
    await rewrite({ store, collector }, room, (whole) => {
      whole.getText("text").delete(16, 11)
      whole.getText("text").insert(16, "[…]")
    })
    await collector.close()
    expect((await reader(store)).getText("text").toString()).toBe("chez le docteur […] hier")
    expect(logOf(store)).not.toContain("canary-name")
  })
})

describe("a room whose log is long", () => {
  let running: TestSync | null = null
  afterEach(async () => {
    await running?.stop()
    running = null
  })

  it("[S5] makes it short when it is opened, while those who come write on", async () => {
    const store = memoryStore()
    const { doc, appended } = author(store)
    for (let n = 0; n < 20; n++) doc.getMap("codings").set(`c${n}`, n)
    await appended()
    running = await startSync({ store, limits: { compactFrom: 20, idle: 20 } })
    const [one, other] = [running.client("ana", room), running.client("ana", room)]
    one.doc.getMap("codings").set("at once", true)
    await vi.waitFor(() => expect(other.doc.getMap("codings").size).toBe(21))
    await vi.waitFor(() => expect(store.entries(room).length).toBeLessThan(4))
    for (const { provider } of [one, other]) provider.destroy()
    await vi.waitFor(() => expect(running!.sync.stats().rooms).toBe(0))
    const newcomer = running.client("ana", room)
    await newcomer.synced()
    expect(newcomer.doc.getMap("codings").size).toBe(21)
  })

  it("[S7] leaves it long where several wrote, since its rows say who wrote what", async () => {
    const lengths = async (writers: readonly string[]) => {
      const store = memoryStore()
      const doc = new Y.Doc()
      for (const member of writers) {
        const { doc: own, appended } = author(store, member, doc)
        for (let n = 0; n < 10; n++) own.getMap("codings").set(`${member}${n}`, n)
        await appended()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(own))
      }
      running = await startSync({ store, limits: { compactFrom: 20 } })
      const client = running.client("ana", room)
      await client.synced()
      expect(client.doc.getMap("codings").size).toBe(new Set(writers).size * 10)
      await running.stop()
      return store.entries(room).map(({ member }) => member)
    }
    expect(await lengths(["ana", "ana"])).toEqual(["ana"])
    expect(await lengths(["ana", "ben"])).toEqual([...Array(10).fill("ana"), ...Array(10).fill("ben")])
  })
})
