import { type Device, type Kept, type Key, type Shelf, shelves } from "./device"

/** Keeps as long as the window is open, for browsers that lend no storage. */
export function memoryDevice(member: string): Device {
  const kept = new Map(shelves.map((shelf) => [shelf, new Map<Key, unknown>()]))
  const on = (shelf: Shelf) => kept.get(shelf)!
  let last = 0
  return {
    member,
    lasts: false,
    async add(shelf, value) {
      on(shelf).set(++last, value)
      return last
    },
    async put(shelf, key, value) {
      on(shelf).set(key, value)
    },
    async find<T>(shelf: Shelf, key: Key) {
      return on(shelf).get(key) as T | undefined
    },
    async all<T>(shelf: Shelf) {
      return Array.from(on(shelf), ([key, value]) => ({ key, value }) as Kept<T>)
    },
    async remove(shelf, keys) {
      for (const key of keys) on(shelf).delete(key)
    },
    close() {},
  }
}
