import { describe, expect, it } from "vitest"
import { clipFor } from "../../core/clip"
import { placeTurns } from "../../core/text"

/** A turn of a hundred characters. */
const turn = (startMs: number | null, endMs: number | null = null, length = 100) => ({
  speaker: null,
  startMs,
  endMs,
  text: "x".repeat(length),
})
const three = placeTurns([turn(10_000, 15_000), turn(20_000, 30_000), turn(40_000, 44_000)])
const inTurn = (at: number, offset = 10) => ({ from: at * 101 + offset, to: at * 101 + offset + 5 })

describe("[R14] a clip", () => {
  it("runs from 3 s before the turn to 2 s after it", () => {
    expect(clipFor(inTurn(1), three)).toEqual({ startMs: 17_000, endMs: 32_000 })
  })

  it("runs over all turns that the span touches", () => {
    expect(clipFor({ from: 50, to: 150 }, three)).toEqual({ startMs: 7_000, endMs: 32_000 })
  })

  it("stays within the recording", () => {
    expect(clipFor(inTurn(0), placeTurns([turn(1_000, 5_000)]), { durationMs: 6_000 })).toEqual({
      startMs: 0,
      endMs: 6_000,
    })
  })

  it("runs to the next known start where the end is unknown", () => {
    const turns = placeTurns([turn(10_000), turn(null), turn(40_000)])
    expect(clipFor(inTurn(0), turns)).toEqual({ startMs: 7_000, endMs: 42_000 })
  })

  it("takes a turn without a time with the one before it", () => {
    const turns = placeTurns([turn(10_000), turn(null), turn(40_000)])
    expect(clipFor(inTurn(1), turns)).toEqual({ startMs: 7_000, endMs: 42_000 })
  })

  it("ends with the recording, or where slow speech would, when nothing else says when", () => {
    expect(clipFor(inTurn(0), placeTurns([turn(10_000)]), { durationMs: 20_000 })).toEqual({
      startMs: 7_000,
      endMs: 20_000,
    })
    expect(clipFor(inTurn(0), placeTurns([turn(10_000)]))!.endMs).toBeGreaterThan(15_000)
  })

  it("runs from before the first word to after the last where words have times of their own", () => {
    const words = [
      { at: 110, ms: 22_000 },
      { at: 116, ms: 22_400 },
      { at: 130, ms: 23_000 },
    ]
    expect(clipFor({ from: 110, to: 120 }, three, { words })).toEqual({ startMs: 19_000, endMs: 25_000 })
    expect(clipFor({ from: 125, to: 140 }, three, { words })).toEqual({ startMs: 20_000, endMs: 26_500 })
    // Of words that have none, the turn.
    expect(clipFor({ from: 140, to: 150 }, three, { words })).toEqual({ startMs: 17_000, endMs: 32_000 })
    const backwards = [words[1]!, { at: 118, ms: 1_000 }]
    expect(clipFor({ from: 110, to: 120 }, three, { words: backwards })).toEqual(clipFor(inTurn(1), three))
  })

  it("is none where no time is known", () => {
    expect(clipFor(inTurn(0), placeTurns([turn(null), turn(20_000)]))).toBeNull()
    expect(clipFor(inTurn(1), placeTurns([turn(null), turn(20_000)]))).not.toBeNull()
    expect(clipFor({ from: 0, to: 5 }, [])).toBeNull()
    expect(clipFor({ from: 5, to: 5 }, three)).toBeNull()
  })

  it("is none past the end of the recording", () => {
    expect(clipFor(inTurn(2), three, { durationMs: 30_000 })).toBeNull()
  })

  it("of a long turn is the neighbourhood of the words", () => {
    const long = placeTurns([turn(0, 200_000, 2_000)])
    const clip = clipFor({ from: 1_000, to: 1_100 }, long)!
    expect(clip).toEqual({ startMs: 67_000, endMs: 142_000 })
    expect(clipFor({ from: 0, to: 10 }, long)!.startMs).toBe(0)
    expect(clipFor({ from: 1_990, to: 2_000 }, long)!.endMs).toBe(202_000)
  })

  it("survives times that contradict each other", () => {
    const turns = placeTurns([turn(20_000, 10_000), turn(5_000), turn(30_000, 31_000)])
    for (const at of [0, 1, 2]) {
      const clip = clipFor(inTurn(at), turns)!
      expect(clip.endMs).toBeGreaterThan(clip.startMs)
    }
  })
})
