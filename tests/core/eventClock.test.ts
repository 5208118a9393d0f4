import { describe, expect, it } from "vitest"
import { afterSleep, bestOffset, type ClockReading, eventTime, ownOffset } from "../../core/eventClock"

const SERVER_AHEAD = 7_200_000

/** A small request that takes so long there and back; the page began at 1,000,000 by the wall clock. */
function reading(asked: number, there: number, back: number): ClockReading {
  const answered = asked + there + back
  return {
    asked,
    answered,
    wall: 1_000_000 + answered,
    server: 1_000_000 + asked + there + SERVER_AHEAD,
  }
}

describe("the clock of an event", () => {
  it("[F1] believes the quickest answer, and is off by half of how uneven its way was", () => {
    const readings = [reading(0, 900, 100), reading(2_000, 30, 10), reading(3_000, 200, 400)]
    const offset = bestOffset(readings)!
    const truth = 1_000_000 + 5_000 + SERVER_AHEAD
    expect(eventTime(offset, { steady: 5_000 })).toBe(truth + 10)
    expect(offset.errorMs).toBe(20)
  })

  it.each([
    [0, 0],
    [5, 590],
    [590, 5],
  ])("[F1] is within 0.3 s as long as one answer comes within 0.6 s: %i there, %i back", (there, back) => {
    const offset = bestOffset([reading(0, there, back), reading(5_000, 4_000, 10)])!
    const drift = eventTime(offset, { steady: 9_000 }) - (1_009_000 + SERVER_AHEAD)
    expect(Math.abs(drift)).toBeLessThanOrEqual(300)
    expect(offset.errorMs).toBeLessThanOrEqual(300)
  })

  it("[F1] is nothing where nothing answers, and then this device's own clock", () => {
    expect(bestOffset([])).toBeNull()
    const own = ownOffset({ steady: 40, wall: 1_000_040 })
    expect(eventTime(own, { steady: 90 })).toBe(1_000_090)
  })

  it("[F1] is not moved by who sets the wall clock while the page is awake", () => {
    const offset = bestOffset([reading(0, 10, 10)])!
    const before = eventTime(offset, { steady: 60_000 })
    expect(eventTime(offset, { steady: 61_000 }) - before).toBe(1_000)
  })

  it("[F1] goes on over a reload without a line: the steady clock begins anew, the wall clock went on", () => {
    const offset = bestOffset([reading(0, 10, 10)])!
    const reloaded = afterSleep(offset, { steady: 3, wall: 1_000_000 + 65_000 })
    expect(eventTime(reloaded, { steady: 3 })).toBe(1_065_000 + SERVER_AHEAD)
    expect(eventTime(reloaded, { steady: 1_003 })).toBe(1_066_000 + SERVER_AHEAD)
  })
})
