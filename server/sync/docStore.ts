export interface LogEntry {
  readonly data: Uint8Array
  readonly member: string | null
  readonly session: string | null
}

/** The append-only log of Y.Docs. Every implementation passes tests/server/sync/docStore.contract.ts. */
export interface DocStore {
  /** All updates of a room in the order they were appended; none for a room never written to. */
  readonly load: (room: string) => Promise<StoredRoom>
  /** Durable when resolved; the number of the last entry. Rejected: nothing of it may be assumed kept. */
  readonly append: (room: string, entries: readonly LogEntry[]) => Promise<number>
}

export interface StoredRoom {
  readonly updates: readonly Uint8Array[]
  readonly head: number
}
