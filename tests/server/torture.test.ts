/** The short form of `npm run torture`. */
import { expect, it } from "vitest"
import { storm } from "../torture/storm"

it("[S1] [S4] a few kills in the middle of everything take nothing that was acknowledged", async () => {
  const report = await storm({ kills: 3, seed: 7 })
  expect(report.wrong).toEqual([])
  expect(report).toMatchObject({ kills: 3 })
  // So that the line above could have failed.
  expect(report.codingsSaved).toBeGreaterThan(5)
  expect(report.handInsAndTakeBacks).toBeGreaterThan(1)
  expect(report.foreignMarksHeard).toBeGreaterThan(0)
}, 240_000)
