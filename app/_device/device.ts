/** The shelves of a device: what is put there is kept until it is removed, in the order in which it was put. */
export const shelves = ["updates", "commands", "copies", "desks"] as const

/**
 * `updates`: one's own writing that the server has not acknowledged; `commands`: decisions it has not answered;
 * `copies`: rooms as they were last read; `desks`: what a desk needs to open without a network.
 */
export type Shelf = (typeof shelves)[number]

export type Key = string | number

export interface Kept<T> {
  readonly key: Key
  readonly value: T
}

/** What this browser keeps for one member (B6). Each promise rejects when nothing was changed. */
export interface Device {
  readonly member: string
  /** False where all is gone with the window: this browser lends no storage. */
  readonly lasts: boolean
  /** Kept on the disk when resolved; under a new key, greater than all before it. */
  add(shelf: Shelf, value: unknown): Promise<Key>
  put(shelf: Shelf, key: Key, value: unknown): Promise<void>
  find<T>(shelf: Shelf, key: Key): Promise<T | undefined>
  all<T>(shelf: Shelf): Promise<readonly Kept<T>[]>
  remove(shelf: Shelf, keys: readonly Key[]): Promise<void>
  close(): void
}

/** One's own writing in a room, as the document gave it out. */
export interface WaitingUpdate {
  readonly room: string
  readonly update: Uint8Array
  /** What it set or removed. */
  readonly touched: readonly Touched[]
  /** In a transcript: which one it was written in. */
  readonly text?: WrittenIn
  /** It came too late for its transcript: kept for its writer to read, and never sent. */
  readonly late?: true
}

/** A transcript as it is written in. */
export interface WrittenIn {
  readonly project: string
  /** Grows when words are erased: what was written before may hold them, and does not come after. */
  readonly epoch: number
}

/** An entry of one of a document's maps. */
export interface Touched {
  readonly map: string
  readonly key: string
}

/** Why something could not be kept. */
export type NotKept = "full" | "no-storage"

export function whyNotKept(error: unknown): NotKept {
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "no-storage"
}
