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

    it("refuses to append nothing", async () => {
      await expect(store.append("layer/a", [])).rejects.toThrow(RangeError)
    })
  })
}
