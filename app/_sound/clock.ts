import { ask } from "../_sync/api"

/** The server's time as this device estimates it, in milliseconds. */
export interface SharedClock {
  now(): number
}

const SAMPLES = 6

/** The time of this device: good enough while nobody else can hear the same. */
export const ownClock: SharedClock = { now: () => Date.now() }

/**
 * Asks the server for the time a few times and believes the quickest answer, halfway through its journey: the error
 * is at most half of how uneven the way there and back were (Cristian 1989). Two devices that agree on the server's
 * time can say "at this moment the play head stood there" without knowing each other's clocks. Throws a Problem when
 * no answer comes.
 */
export async function readSharedClock(local: () => number = () => performance.now()): Promise<SharedClock> {
  let best = { journey: Number.POSITIVE_INFINITY, offset: 0 }
  for (let sample = 0; sample < SAMPLES; sample++) {
    const asked = local()
    const { now } = await ask<{ now: number }>("GET", "/api/time")
    const journey = local() - asked
    if (journey < best.journey) best = { journey, offset: now - (asked + journey / 2) }
  }
  return { now: () => local() + best.offset }
}
