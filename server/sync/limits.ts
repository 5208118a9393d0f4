/** Every bound of the sync server, in one place. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** A longer frame closes its socket with 1009. Far above what a client writes: reading it must not stall others. */
  readonly frame: number
  /** What a socket may send before its room is open. */
  readonly early: number
  /** Structs, deletions and plain values in one update; a layer of 5,000 codings has some 100,000. */
  readonly pieces: number
  /** One message of awareness: a client may repeat what it knows of others. */
  readonly awareness: number
  /** One awareness state, as JSON. */
  readonly awarenessState: number
  /** Clients named in one awareness message. */
  readonly awarenessEntries: number
  /** Sent to a socket and not yet taken by it; beyond, the socket is cut. */
  readonly unread: number
  /** Work a socket may ask for at once, and how much comes back a second; a plain message costs 1. */
  readonly burst: number
  readonly perSecond: number
  /** The same for all sockets of one sign-in together, those it had before included. */
  readonly signInBurst: number
  readonly signInPerSecond: number
  /** Sockets of one sign-in at a time. */
  readonly signInSockets: number
  /** Sockets from one network address at a time, and how many new ones it may open at once and a second. */
  readonly addressSockets: number
  readonly addressBurst: number
  readonly addressPerSecond: number
  /** What one document may hold; a layer of 5,000 codings has 1.3 MB. */
  readonly room: number
  /** Stretches of clocks that one document may consist of. */
  readonly roomPieces: number
  /** What one document may have on its way to the log, or not collected since. */
  readonly underway: number
  /** Stretches that may wait for something that is not here. */
  readonly waiting: number
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
  awareness: 256 * KB,
  awarenessState: 4 * KB,
  awarenessEntries: 200,
  unread: 8 * MB,
  burst: 2_000,
  perSecond: 400,
  signInBurst: 8_000,
  signInPerSecond: 1_200,
  signInSockets: 256,
  addressSockets: 2_000,
  addressBurst: 500,
  addressPerSecond: 50,
  room: 32 * MB,
  roomPieces: 60_000,
  underway: 16 * MB,
  waiting: 1_000,
  idle: 30_000,
  compactFrom: 64,
  beat: 10_000,
}
