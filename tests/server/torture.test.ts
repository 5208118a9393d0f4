/** The short form of `npm run torture`. */
import { expect, it } from "vitest"
import { storm } from "../torture/storm"

it("[S1] [S4] a few kills in the middle of everything take nothing that was acknowledged", async () => {
  let heard = 0
  // Where the kills fall decides how much is revealed between them: until something was, the check could not fail.
  for (let seed = 7; seed < 12 && heard === 0; seed++) {
    const report = await storm({ kills: 3, seed })
    expect(report.wrong).toEqual([])
    expect(report).toMatchObject({ kills: 3 })
    expect(report.codingsSaved).toBeGreaterThan(5)
    heard = report.foreignMarksHeard
  }
  expect(heard).toBeGreaterThan(0)
}, 300_000)
