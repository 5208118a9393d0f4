import { expect, test } from "vitest"
import { groupTurns } from "../../app/_transcript/groupTurns"
import { firstOf } from "../../app/_transcript/useDrawn"
import { placeTurns } from "../../core/text"

const turns = placeTurns(
  Array.from({ length: 10 }, (_, at) => ({ speaker: null, startMs: null, endMs: null, text: `turn ${at}` })),
)
const passages = [0, 3, 6].map((first, index) => ({
  ...{ id: `p${index}`, index },
  from: turns[first]!.from,
  to: turns[Math.min(first + 2, 9)]!.to,
}))
const groups = groupTurns(turns, passages)
const held = (turns: number) => firstOf(groups, turns).reduce((sum, group) => sum + group.turns.length, 0)

test("whole passages are drawn, at least as many turns as were asked for", () => {
  expect(held(1)).toBe(3)
  expect(held(3)).toBe(3)
  expect(held(4)).toBe(6)
})

test("all are drawn in the end, and are the very list that was given", () => {
  expect(held(10)).toBe(10)
  expect(firstOf(groups, 10)).toBe(groups)
  expect(firstOf(groups, 1_000)).toBe(groups)
  expect(firstOf([], 5)).toEqual([])
})
