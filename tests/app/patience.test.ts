import { describe, expect, it } from "vitest"
import { Problem } from "../../app/_sync/api"
import { createPatience } from "../../app/projects/[project]/participants/patience"

/** Answers these in turn: a status that is none, a refusal, or a word. */
function asked(...answers: readonly (number | string)[]) {
  const rest = [...answers]
  return async () => {
    const next = rest.shift()
    if (typeof next === "number") throw new Problem(next === 422 ? "cells-refused" : "offline", next, {})
    return next
  }
}

describe("[Q12] what is typed into the table", () => {
  const told: unknown[] = []
  const pauses: number[] = []
  const patience = createPatience(
    (waitsFor) => told.push(waitsFor),
    async (ms) => void pauses.push(ms),
  )
  const hear = () => [told.splice(0), pauses.splice(0)]

  it("waits for an answer as long as there is none, and says what it waits for", async () => {
    await expect(patience.untilAnswered(asked(0, 503, 0, 0, 0, 401, "kept"))).resolves.toBe("kept")
    expect(hear()).toEqual([
      ["line", "sign-in", null],
      [1_000, 3_000, 9_000, 5_000, 5_000, 5_000],
    ])
    expect(patience.waitsFor).toBeNull()
  })

  it("is told of a refusal at once, and waits no more", async () => {
    await expect(patience.untilAnswered(asked(0, 422))).rejects.toMatchObject({ code: "cells-refused" })
    expect(hear()).toEqual([["line", null], [1_000]])
  })

  it("waits only a while where somebody waits for it", async () => {
    await expect(patience.aWhile(asked(0, 0, 0, 0, "late"))).rejects.toMatchObject({ status: 0 })
    expect(hear()[1]).toEqual([1_000, 3_000, 9_000])
  })
})
