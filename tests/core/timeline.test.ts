import { describe, expect, it } from "vitest"
import type { Turn } from "../../core/model"
import { placeTurns } from "../../core/text"
import { beginnings, beginsNow, heardAt, msAt, timedStretches } from "../../core/timeline"

const turn = (startMs: number | null, length = 99, endMs: number | null = null): Turn => ({
  speaker: null,
  startMs,
  endMs,
  text: "x".repeat(length),
})
/** "10" as it was said, "≈15" as it is estimated, "–" where nothing is known; in seconds. */
const shown = (turns: readonly Turn[]) =>
  beginnings(placeTurns(turns))
    .map((begins) => (begins ? `${begins.estimated ? "≈" : ""}${begins.ms / 1000}` : "–"))
    .join(" ")

describe("[C41] when turns begin", () => {
  it("is what is said of them, and between two of them by the share of the words", () => {
    expect(shown([turn(10_000), turn(null), turn(20_000)])).toBe("10 ≈15 20")
    expect(shown([turn(10_000, 299), turn(null), turn(null, 399), turn(20_000), turn(24_000)])).toBe(
      "10 ≈13.75 ≈15 20 24",
    )
  })

  it("is not made up where one side is unknown", () => {
    expect(shown([turn(null), turn(10_000), turn(null)])).toBe("– 10 –")
    expect(shown([turn(null), turn(null)])).toBe("– –")
  })

  it("follows the end of the last turn where that is known", () => {
    expect(shown([turn(10_000), turn(null, 100, 20_000)])).toBe("10 ≈15")
  })

  it("is not taken from times that run backwards", () => {
    expect(shown([turn(30_000), turn(null), turn(20_000), turn(null), turn(40_000)])).toBe("30 – 20 ≈30 40")
  })
})

describe("[C40] a turn that is begun while one listens", () => {
  it("began a moment before, and not before the turn before it", () => {
    expect(beginsNow(12_000, { before: null, after: null })).toBe(11_500)
    expect(beginsNow(300, { before: null, after: null })).toBe(0)
    expect(beginsNow(10_200, { before: 10_000, after: 40_000 })).toBe(10_000)
  })

  it("has no time where the recording stands elsewhere", () => {
    expect(beginsNow(9_000, { before: 10_000, after: null })).toBeNull()
    expect(beginsNow(41_000, { before: 10_000, after: 40_000 })).toBeNull()
    expect(beginsNow(40_000, { before: 10_000, after: 40_000 })).toBe(39_500)
  })
})

describe("[C41] sound and text", () => {
  const stretches = timedStretches(placeTurns([turn(10_000), turn(null), turn(20_000), turn(30_000)]))

  it("find each other", () => {
    expect(msAt(stretches, 0)).toBe(10_000)
    expect(msAt(stretches, 100)).toBe(15_000)
    expect(msAt(stretches, 250)).toBe(25_000)
    expect(heardAt(stretches, 10_000)).toBe(0)
    expect(heardAt(stretches, 15_100)).toBe(101)
    expect(heardAt(stretches, 20_000)).toBe(200)
    expect(heardAt(stretches, 29_999)).toBeLessThan(300)
  })

  it("go on in the last turn at the pace of slow speech, and stay in it", () => {
    expect(msAt(stretches, 310)).toBe(30_900)
    expect(heardAt(stretches, 30_950)).toBe(310)
    expect(heardAt(stretches, 500_000)).toBe(398)
  })

  it("have nothing before the first known time", () => {
    expect(heardAt(stretches, 9_999)).toBeNull()
    expect(msAt(timedStretches(placeTurns([turn(null), turn(10_000)])), 5)).toBeNull()
  })
})
