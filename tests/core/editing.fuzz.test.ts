import { describe, expect, it } from "vitest"
import { type FuzzRun, fuzzText } from "../editing/text"
import { acts } from "../editing/writer"

const run: FuzzRun = { seed: 1, writers: 3, acts: 100, turns: 20, moves: false }

/** Every one of some runs, added up; what was wrong says in which. */
function runs(seeds: readonly number[], how: Partial<FuzzRun>) {
  const sum = { exact: 0, torn: 0, gone: 0 }
  const done = new Set<string>()
  const wrong: string[] = []
  for (const seed of seeds) {
    const result = fuzzText({ ...run, ...how, seed })
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += result[key]
    for (const name of Object.keys(result.done)) done.add(name)
    wrong.push(...result.wrong.map((what) => `seed ${seed}: ${what}`))
  }
  return { ...sum, wrong, done: [...done].sort() }
}

const seeds = [...Array(5).keys()].map((seed) => seed + 1)

describe("several edit one transcript over slow and broken lines", () => {
  it("[C1] [C20] [C22] every coding has exactly its surviving characters, everywhere", () => {
    const { wrong, exact, gone, done } = runs(seeds, {})
    expect(wrong).toEqual([])
    // So the line above could have failed: codings survived and died, and everything was done.
    expect(Math.min(exact, gone)).toBeGreaterThan(30)
    expect(done).toEqual(
      Object.keys(acts)
        .filter((name) => name !== "move")
        .sort(),
    )
  })

  it("[C21] [C22] turns that move take their codings with them; torn ones stand on most of their words, no others", () => {
    const { wrong, exact, torn, done } = runs(seeds, { moves: true })
    expect(wrong).toEqual([])
    expect(done).toContain("move")
    expect(Math.min(exact, torn)).toBeGreaterThan(100)
  })

  it.each([
    [14, 120, 20, "what is brought back while somebody writes beside it stands where it was", false],
    [13, 120, 20, "a turn that comes to stand in the middle of a coding is no part of it", true],
    [17, 120, 20, "a coding whose last word was moved away is there", true],
    [10110, 60, 12, "what was written where a turn had been is no coding's when the turn comes back", true],
    [10262, 60, 12, "of words that three move and undo at once one always stays", true],
    [
      31031,
      60,
      12,
      "what stayed behind where coded words had once been moved is no coding's when it comes",
      true,
    ],
    [10319, 60, 12, "what comes back before a coding is not in it", true],
    [40848, 60, 12, "what is brought back twice stays behind what was written before it meanwhile", false],
    [
      40940,
      60,
      12,
      "what is brought back stays in its place where what is before it has been brought back as well",
      false,
    ],
    [31164, 60, 12, "a turn that stands where a coded one had been moved from is no coding's", true],
  ])("seed %i, %i acts, %i turns: %s", (seed, acts, turns, _, moves) => {
    expect(runs([seed], { acts, turns, moves }).wrong).toEqual([])
  })

  it("seed 32: a coding stays whole where its turn is split many times", () => {
    expect(runs([32], { acts: 200, turns: 30 }).wrong).toEqual([])
  })

  it("seed 18: what is brought back in the middle of a coding is in its place", () => {
    expect(runs([18], { acts: 200, turns: 30, writers: 4 }).wrong).toEqual([])
  })
})
