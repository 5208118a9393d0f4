import { createHash, randomBytes } from "node:crypto"

/** Where ids come from. Two with the same seed give the same ids in the same order; without one, nobody can guess. */
export interface Ids {
  /** 22 URL-safe characters, 128 random bits. Never ordered by time (B17). */
  readonly newId: () => string
  /** A Yjs client id for a document. With a seed, how many were drawn for other rooms does not move it. */
  readonly newClientId: (room: string) => number
}

export function createIds(seed?: string): Ids {
  const ids = drawer(seed, "id")
  const clients = new Map<string, ReturnType<typeof drawer>>()
  const clientsOf = (room: string) => {
    const known = clients.get(room) ?? drawer(seed, `client of ${room}`)
    if (seed !== undefined) clients.set(room, known)
    return known
  }
  return {
    newId: () => ids(16).toString("base64url"),
    newClientId: (room) => clientsOf(room)(4).readUInt32BE() || 1,
  }
}

export type Clock = () => Date

/** The time of day; or, with a seed, a clock that moves on by one second each time it is read. */
export function createClock(seed?: string): Clock {
  if (seed === undefined) return () => new Date()
  let next = Date.UTC(2026, 0, 5, 9) + (drawer(seed, "clock")(4).readUInt32BE() % 86_400) * 1000
  return () => {
    next += 1000
    return new Date(next)
  }
}

/** A stream of bytes per purpose: drawing more of one kind must not move the others. */
function drawer(seed: string | undefined, purpose: string): (length: number) => Buffer {
  if (seed === undefined) return randomBytes
  let drawn = 0
  return (length) => createHash("sha256").update(`${seed}/${purpose}/${drawn++}`).digest().subarray(0, length)
}
