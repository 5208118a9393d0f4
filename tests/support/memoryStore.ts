import type { DocStore, LogEntry } from "../../server/sync/docStore"

/** A log in memory whose appends can be held back or made to fail. */
export interface MemoryStore extends DocStore {
  readonly entries: (room: string) => readonly LogEntry[]
  /** From now on nothing becomes durable until the returned function is called. */
  readonly hold: () => () => void
  /** The next append fails. */
  readonly failOnce: () => void
}

export function memoryStore(): MemoryStore {
  const logs = new Map<string, LogEntry[]>()
  let gate = Promise.resolve()
  let isFailing = false
  return {
    entries: (room) => logs.get(room) ?? [],
    hold: () => {
      let release = () => {}
      gate = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    failOnce: () => {
      isFailing = true
    },
    load: async (room) => {
      const log = logs.get(room) ?? []
      return { updates: log.map(({ data }) => data), head: log.length }
    },
    append: async (room, entries) => {
      if (entries.length === 0) throw new RangeError("an append must hold an update")
      await gate
      if (isFailing) {
        isFailing = false
        throw new Error("the disk is full")
      }
      const log = [...(logs.get(room) ?? []), ...entries]
      logs.set(room, log)
      return log.length
    },
  }
}
