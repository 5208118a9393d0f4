import { beforeEach, describe, expect, it } from "vitest"
import type { DocStore } from "../../../server/sync/docStore"

/** What every log promises. */
export function describeDocStore(name: string, make: () => DocStore | Promise<DocStore>): void {
  describe(`a log ${name}`, () => {
    let store: DocStore
    beforeEach(async () => {
      store = await make()
    })
    const entry = (...data: number[]) => ({ data: Uint8Array.from(data), member: "ana", session: "s" })
    const load = async (room: string) => {
      const { updates, head } = await store.load(room)
      return { updates: updates.map((update) => [...update]), head }
    }

    it("holds nothing of a room never written to", async () => {
      expect(await load("layer/a")).toEqual({ updates: [], head: 0 })
    })

    it("numbers a room's updates from 1 and gives them back in order", async () => {
      expect(await store.append("layer/a", [entry(1), entry(2)])).toBe(2)
      expect(await store.append("layer/a", [entry(3)])).toBe(3)
      expect(await load("layer/a")).toEqual({ updates: [[1], [2], [3]], head: 3 })
    })

    it("keeps rooms apart and the order in each, also when all write at once", async () => {
      const rooms = ["layer/a", "layer/b", "layer/c"]
      const appends = Array.from({ length: 30 }, (_, index) =>
        store.append(rooms[index % 3]!, [entry(index), entry(index)]),
      )
      const numbers = await Promise.all(appends)
      expect(numbers.map((number) => number / 2)).toEqual(
        numbers.map((_, index) => Math.floor(index / 3) + 1),
      )
      const written = Array.from({ length: 10 }, (_, index) => index * 3 + 1).flatMap((each) => [
        [each],
        [each],
      ])
      expect(await load("layer/b")).toEqual({ updates: written, head: 20 })
    })

    it("keeps bytes as they are, empty and long ones too", async () => {
      const long = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256)
      await store.append("layer/a", [entry(), { ...entry(), data: long }, entry(0, 255, 92, 39)])
      const { updates } = await load("layer/a")
      expect(updates[0]).toEqual([])
      expect(Uint8Array.from(updates[1]!)).toEqual(long)
      expect(updates[2]).toEqual([0, 255, 92, 39])
    })

    it("takes updates that nobody signed, and names with quotes in them", async () => {
      await store.append("source/m7", [{ data: Uint8Array.of(1), member: null, session: null }])
      await store.append("source/m7", [{ data: Uint8Array.of(2), member: `l'"\\ée`, session: "{}" }])
      expect(await load("source/m7")).toEqual({ updates: [[1], [2]], head: 2 })
    })

    describe("replaced by one entry", () => {
      it("[S6] holds that one under the last number, and goes on from there", async () => {
        await store.append("layer/a", [entry(1), entry(2), entry(3)])
        await store.append("layer/b", [entry(9)])
        expect(await store.replace("layer/a", await store.load("layer/a"), entry(7))).toBe(true)
        expect(await store.append("layer/a", [entry(4)])).toBe(4)
        expect(await load("layer/a")).toEqual({ updates: [[7], [4]], head: 4 })
        expect(await load("layer/b")).toEqual({ updates: [[9]], head: 1 })
      })

      it("[S6] keeps what was appended since it was loaded", async () => {
        await store.append("layer/a", [entry(1), entry(2)])
        const loaded = await store.load("layer/a")
        await store.append("layer/a", [entry(3)])
        expect(await store.replace("layer/a", loaded, entry(7))).toBe(true)
        expect(await load("layer/a")).toEqual({ updates: [[7], [3]], head: 3 })
      })

      it("[S6] is not when somebody else has rewritten it since", async () => {
        await store.append("layer/a", [entry(1)])
        const loaded = await store.load("layer/a")
        expect(await store.replace("layer/a", loaded, entry(7))).toBe(true)
        expect(await store.replace("layer/a", loaded, entry(8))).toBe(false)
        expect(await load("layer/a")).toEqual({ updates: [[7]], head: 1 })
        expect(await store.replace("layer/none", { head: 0, rewrites: 0 }, entry(8))).toBe(false)
      })

      it("[S7] says whose its entries are", async () => {
        await store.append("layer/a", [entry(1), { ...entry(2), member: null }, entry(3)])
        const loaded = await store.load("layer/a")
        expect([...loaded.members]).toEqual(["ana", null])
        await store.replace("layer/a", loaded, { ...entry(7), member: "ben" })
        expect((await store.load("layer/a")).members).toEqual(["ben"])
      })
    })

    it("refuses to append nothing", async () => {
      await expect(store.append("layer/a", [])).rejects.toThrow(RangeError)
    })
  })
}
