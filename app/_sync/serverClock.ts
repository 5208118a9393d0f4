import { bestOffset, type ClockOffset, type Clocks } from "../../core/eventClock"
import { ask } from "./api"

const SAMPLES = 6

export const clocksHere = (): Clocks => ({ steady: performance.now(), wall: Date.now() })

/** Asks the server for the time a few times and believes the quickest answer. Throws a Problem when no answer comes. */
export async function measureOffset(here: () => Clocks = clocksHere): Promise<ClockOffset> {
  const readings = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    const asked = here().steady
    const { now } = await ask<{ now: number }>("GET", "/api/time")
    const { steady, wall } = here()
    readings.push({ asked, answered: steady, wall, server: now })
  }
  return bestOffset(readings)!
}
