import { expect, it } from "vitest"
import { fuzzOverServer } from "../editing/overServer"

it("[C1] [C20] [C21] [C22] three edit through a server over lines that are cut; every coding has its characters", async () => {
  let exact = 0
  let gone = 0
  // What arrives when decides how many codings live and die: until both did, the check could not fail.
  for (let seed = 3; seed < 15 && Math.min(exact, gone) < 4; seed++) {
    const verdict = await fuzzOverServer(seed, 120)
    expect(verdict.wrong).toEqual([])
    exact += verdict.exact
    gone += verdict.gone
  }
  expect(Math.min(exact, gone)).toBeGreaterThan(3)
}, 120_000)
