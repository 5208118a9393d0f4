import { describe, expect, it } from "vitest"
import { wavePath } from "../../app/_sound/wavePath"
import { marksIn, viewAround, viewWith, zoomed } from "../../app/_sound/waveView"

const HOURS = 3 * 3_600_000

describe("[S83] the stretch that is shown close up", () => {
  it("stays as long as the play head is in it, and then turns its page", () => {
    const first = viewAround(0, 30_000, HOURS)
    expect(first).toEqual({ startMs: 0, endMs: 30_000 })
    expect(viewWith(first, 29_999, HOURS)).toBe(first)
    const next = viewWith(first, 30_000, HOURS)
    expect(next).toEqual({ startMs: 27_000, endMs: 57_000 })
    expect(viewWith(next, 26_999, HOURS)).toEqual({ startMs: 23_999, endMs: 53_999 })
  })

  it("ends with the recording, and stands still there", () => {
    const last = viewAround(HOURS - 1_000, 30_000, HOURS)
    expect(last).toEqual({ startMs: HOURS - 30_000, endMs: HOURS })
    expect(viewWith(last, HOURS, HOURS)).toBe(last)
    const short = viewAround(4_000, 30_000, 12_000)
    expect(short).toEqual({ startMs: 0, endMs: 30_000 })
    expect(viewWith(short, 12_000, 12_000)).toBe(short)
  })

  it("comes closer and goes wider around the play head", () => {
    const view = { startMs: 60_000, endMs: 90_000 }
    expect(zoomed(view, 75_000, 10_000, HOURS)).toEqual({ startMs: 70_000, endMs: 80_000 })
    expect(zoomed(view, 60_000, 120_000, HOURS)).toEqual({ startMs: 60_000, endMs: 180_000 })
    expect(zoomed(view, 75_000, 600_000, HOURS)).toEqual({ startMs: 0, endMs: 600_000 })
  })

  it("has round times written under it, far enough apart to be read", () => {
    expect(marksIn({ startMs: 3_000, endMs: 33_000 }, 660)).toEqual([
      5_000, 10_000, 15_000, 20_000, 25_000, 30_000,
    ])
    expect(marksIn({ startMs: 0, endMs: 600_000 }, 660)).toHaveLength(6)
    expect(marksIn({ startMs: 0, endMs: 30_000 }, 0)).toEqual([])
  })
})

describe("[S83] what is drawn", () => {
  it("goes along the highest and back along the lowest, a column a unit", () => {
    expect(wavePath(Int8Array.of(-127, 127, 0, 64), 1)).toBe("M0.5 -100L1.5 -50.4L1.5 0L0.5 100Z")
  })

  it("is a line where there is silence, and cut off where it is too loud", () => {
    expect(wavePath(Int8Array.of(0, 0), 1)).toBe("M0.5 -1.5L0.5 1.5Z")
    expect(wavePath(Int8Array.of(-100, 100), 5)).toBe("M0.5 -100L0.5 100Z")
    expect(wavePath(new Int8Array(0), 1)).toBe("")
  })
})
