import { describe, expect, it } from "vitest"
import {
  countWords,
  rangesOf,
  sameRanges,
  startsOf,
} from "../../app/projects/[project]/sources/[source]/passages/ranges"
import { placeTurns } from "../../core/text"

const turns = placeTurns(
  ["un deux", "trois", "quatre cinq six", "sept"].map((text) => ({
    speaker: null,
    startMs: null,
    endMs: null,
    text,
  })),
)

describe("passages as ranges of turns", () => {
  it("are read from where they stand in the text", () => {
    const passages = [
      { from: 0, to: turns[1]!.to },
      { from: turns[2]!.from, to: turns[3]!.to },
    ]
    expect(rangesOf(passages, turns)).toEqual([
      { fromTurn: 0, toTurn: 2 },
      { fromTurn: 2, toTurn: 4 },
    ])
    expect(startsOf(rangesOf(passages, turns))).toEqual([0, 2])
  })

  it("hold the words of their turns", () => {
    const words = countWords(turns)
    expect([words({ fromTurn: 0, toTurn: 2 }), words({ fromTurn: 2, toTurn: 4 })]).toEqual([3, 4])
  })

  it("are the same when they begin at the same turns", () => {
    const one = [{ fromTurn: 0, toTurn: 4 }]
    expect(sameRanges(one, [{ fromTurn: 0, toTurn: 4 }])).toBe(true)
    expect(
      sameRanges(one, [
        { fromTurn: 0, toTurn: 2 },
        { fromTurn: 2, toTurn: 4 },
      ]),
    ).toBe(false)
  })
})
