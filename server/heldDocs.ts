/** What was last made of some rooms' logs, for those who read it again. What is kept is no part of what is durable. */
export interface HeldDocs {
  /** What was kept of a room at this version of its log; undefined where it is not here any more. */
  readonly find: (room: string, version: string) => unknown
  /** Lets go of what was not asked for longest, where it becomes too much. */
  readonly keep: (room: string, version: string, held: object, bytes: number) => void
}

/** Of logs, whose documents take some forty times as much. */
const MOST_BYTES = 2 * 1024 * 1024

export function createHeldDocs(mostBytes = MOST_BYTES): HeldDocs {
  const rooms = new Map<string, { readonly version: string; readonly held: object; readonly bytes: number }>()
  return {
    find: (room, version) => {
      const known = rooms.get(room)
      if (known?.version !== version) return undefined
      rooms.delete(room)
      rooms.set(room, known)
      return known.held
    },
    keep: (room, version, held, bytes) => {
      rooms.delete(room)
      if (bytes > mostBytes) return
      rooms.set(room, { version, held, bytes })
      let sum = [...rooms.values()].reduce((sum, each) => sum + each.bytes, 0)
      for (const [oldest, each] of rooms) {
        if (sum <= mostBytes) break
        rooms.delete(oldest)
        sum -= each.bytes
      }
    },
  }
}
