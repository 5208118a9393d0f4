import { measureOffset } from "../_sync/serverClock"

/** The server's time as this device estimates it, in milliseconds. */
export interface SharedClock {
  now(): number
}

/** The time of this device: good enough while nobody else can hear the same. */
export const ownClock: SharedClock = { now: () => Date.now() }

/**
 * The server's time. Two devices that agree on it can say "at this moment the play head stood there" without knowing
 * each other's clocks. Throws a Problem when no answer comes.
 */
export async function readSharedClock(local: () => number = () => performance.now()): Promise<SharedClock> {
  const { steady } = await measureOffset(() => ({ steady: local(), wall: Date.now() }))
  return { now: () => local() + steady }
}
