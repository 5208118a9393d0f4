import { expect, it } from "vitest"
import { fuzzOverServer } from "../editing/overServer"

it("[C1] [C20] [C22] three edit through a server over lines that are cut; every coding has its characters", async () => {
  const { wrong, exact, gone } = await fuzzOverServer(3, 120)
  expect(wrong).toEqual([])
  expect(Math.min(exact, gone)).toBeGreaterThan(3)
})
