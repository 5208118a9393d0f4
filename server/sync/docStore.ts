export interface LogEntry {
  readonly data: Uint8Array
  readonly member: string | null
  readonly session: string | null
}

/** The log of Y.Docs. Every implementation passes tests/server/sync/docStore.contract.ts. */
export interface DocStore {
  /** All updates of a room in the order they were appended; none for a room never written to. */
  readonly load: (room: string) => Promise<StoredRoom>
  /** Durable when resolved; the number of the last entry. Rejected: nothing of it may be assumed kept. */
  readonly append: (room: string, entries: readonly LogEntry[]) => Promise<number>
  /**
   * Puts one entry in the place of all that was loaded, in one step: whatever happens, the log holds the one or the
   * others. What was appended since stays. False, and nothing done, where the log was rewritten or erased meanwhile.
   */
  readonly replace: (room: string, loaded: LoadedUpTo, entry: LogEntry) => Promise<boolean>
}

export interface LoadedUpTo {
  /** The number of the last update. */
  readonly head: number
  /** How often the log was rewritten before. */
  readonly rewrites: number
}

export interface StoredRoom extends LoadedUpTo {
  readonly updates: readonly Uint8Array[]
  /** Those who wrote them, each once. */
  readonly members: readonly (string | null)[]
}

/** What a log says changes with it, and with nothing else. */
export function versionOf({ rewrites, head, updates }: StoredRoom): string {
  return `${rewrites}.${head}.${updates.length}`
}
