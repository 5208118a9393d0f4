/**
 * Every published value, recomputed. Other vectors of the same shape: `AGREEMENT_VECTORS=file.json npx vitest run
 * tests/core/agreement/vectors.test.ts`.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Figure } from "../../../core/agreement/figure"
import {
  isOutOfScope,
  type Recomputed,
  recompute,
  UnknownStatistic,
  type Vector,
} from "../../support/agreementVectors"

const own = join(import.meta.dirname, "../../fixtures/agreement/vectors.json")
const file = process.env.AGREEMENT_VECTORS ?? own
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vector[]
const inScope = vectors.filter((vector) => !isOutOfScope(vector))
const statistics = [...new Set(inScope.map(({ statistic }) => statistic))]

const isFigure = (value: Recomputed): value is Figure => typeof value === "object" && "value" in value

/** What differs, in words; nothing where all is as published. */
function differences(got: Recomputed, expected: unknown, tolerance: number, at: string): string[] {
  const plain = isFigure(got) ? got.value : got
  if (expected === null) {
    if (isFigure(got) && got.value === null && got.reason) return []
    return [`${at}: expected to be undefined with a reason, got ${JSON.stringify(got)}`]
  }
  if (typeof expected === "number") {
    const isNear = typeof plain === "number" && Math.abs(plain - expected) <= tolerance
    return isNear ? [] : [`${at}: expected ${expected} ± ${tolerance}, got ${JSON.stringify(got)}`]
  }
  if (typeof expected !== "object")
    return [`${at}: cannot read what is expected: ${JSON.stringify(expected)}`]
  return Object.entries(expected as object).flatMap(([name, part]) => {
    const mine = (got as Record<string, Recomputed>)[name]
    return mine === undefined
      ? [`${at}: has no part "${name}"`]
      : differences(mine, part, tolerance, `${at}.${name}`)
  })
}

describe("published values", () => {
  it("are there to be compared with", () => {
    expect(inScope.length).toBeGreaterThan(0)
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
  })

  for (const statistic of statistics)
    it(`[A1] ${statistic}`, () => {
      const wrong = inScope
        .filter((vector) => vector.statistic === statistic)
        .flatMap((vector) => differences(recompute(vector), vector.expected, vector.tolerance, vector.id))
      expect(wrong).toEqual([])
    })

  it("[A1] name a statistic that is not known", () => {
    const vector = { ...inScope[0]!, statistic: "kappa_of_nobody" }
    expect(() =>
      recompute({ ...vector, input: { kind: "contingency", categories: ["a"], matrix: [[1]] } }),
    ).toThrow(UnknownStatistic)
    expect(isOutOfScope(vector)).toBe(false)
  })

  it("notice a value that is wrong, a number where there is none, and nothing where there is a number", () => {
    expect(differences({ value: 0.5 }, 0.51, 0.005, "x")).toHaveLength(1)
    expect(differences({ value: 1 }, null, 0, "x")).toHaveLength(1)
    expect(differences(Number.NaN, 1, 9, "x")).toHaveLength(1)
    expect(differences({ value: null, reason: "no variation" }, 1, 9, "x")).toHaveLength(1)
    expect(differences({ value: null, reason: "no variation" }, null, 0, "x")).toEqual([])
  })
})
