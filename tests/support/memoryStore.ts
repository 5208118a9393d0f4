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
  const logs = new Map<string, { seq: number; entry: LogEntry }[]>()
  const rewrites = new Map<string, number>()
  let gate = Promise.resolve()
  let isFailing = false
  return {
    entries: (room) => (logs.get(room) ?? []).map(({ entry }) => entry),
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
      return {
        updates: log.map(({ entry }) => entry.data),
        members: [...new Set(log.map(({ entry }) => entry.member))],
        head: log.at(-1)?.seq ?? 0,
        rewrites: rewrites.get(room) ?? 0,
      }
    },
    append: async (room, entries) => {
      if (entries.length === 0) throw new RangeError("an append must hold an update")
      await gate
      if (isFailing) {
        isFailing = false
        throw new Error("the disk is full")
      }
      const log = logs.get(room) ?? []
      const head = log.at(-1)?.seq ?? 0
      logs.set(room, [...log, ...entries.map((entry, index) => ({ seq: head + index + 1, entry }))])
      return head + entries.length
    },
    replace: async (room, loaded, entry) => {
      await gate
      const log = logs.get(room)
      if (!log || (rewrites.get(room) ?? 0) !== loaded.rewrites) return false
      rewrites.set(room, loaded.rewrites + 1)
      logs.set(room, [{ seq: loaded.head, entry }, ...log.filter(({ seq }) => seq > loaded.head)])
      return true
    },
  }
}
