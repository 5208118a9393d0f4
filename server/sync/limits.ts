/** Every bound of the sync server, in one place. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** A longer frame closes its socket with 1009. Far above what a client writes: reading it must not stall others. */
  readonly frame: number
  /** What a socket may send before its room is open. */
  readonly early: number
  /** Structs, deletions and plain values in one update; a layer of 5,000 codings has some 100,000. */
  readonly pieces: number
  /** One awareness state, as JSON. */
  readonly awarenessState: number
  /** Clients named in one awareness message. */
  readonly awarenessEntries: number
  /** Sent to a socket and not yet taken by it; beyond, the socket is cut. */
  readonly unread: number
  /** Work a socket may ask for at once, and how much comes back a second; a plain message costs 1. */
  readonly burst: number
  readonly perSecond: number
  /** An empty room is kept so long. */
  readonly idle: number
  /** The log of one author is made one update when it is opened with so many. */
  readonly compactFrom: number
  /** How often silent sockets hear a frame and dead ones are looked for. */
  readonly beat: number
}

const KB = 1024
const MB = 1024 * KB

export const defaultLimits: Limits = {
  frame: 4 * MB,
  early: 4 * MB,
  pieces: 500_000,
  awarenessState: 4 * KB,
  awarenessEntries: 200,
  unread: 8 * MB,
  burst: 2_000,
  perSecond: 400,
  idle: 30_000,
  compactFrom: 64,
  beat: 10_000,
}
