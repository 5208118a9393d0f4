import { expect, it } from "vitest"
import { concedes } from "../../core/conceding"
import type { DisagreementKind, Verdict } from "../../core/reading"

const reading = (of: "a" | "b"): Verdict => ({ kind: "reading", of })
const omission = { kind: "omission" } as const

it("[R10] who drops what they alone coded, or keeps what the other alone coded, gives in", () => {
  expect(concedes(omission, "a", "a", reading("b"))).toBe(true)
  expect(concedes(omission, "a", "b", reading("a"))).toBe(true)
  expect(concedes(omission, "b", "b", reading("a"))).toBe(true)
  expect(concedes(omission, "b", "a", reading("b"))).toBe(true)
})

it("[R10] who insists does not: keeping one's own, or wanting the other's away", () => {
  expect(concedes(omission, "a", "a", reading("a"))).toBe(false)
  expect(concedes(omission, "a", "b", reading("b"))).toBe(false)
  expect(concedes(omission, "b", "b", reading("b"))).toBe(false)
  expect(concedes(omission, "b", "a", reading("a"))).toBe(false)
})

it("[R10] nobody gives in about what both coded, nor by any other verdict", () => {
  const verdicts: Verdict[] = [
    { kind: "both" },
    { kind: "neither" },
    { kind: "parked", until: "interview 9" },
    { kind: "same-idea", by: "merging", from: "x", into: "y" },
    { kind: "other", codes: ["x"], words: { from: 0, to: 1 } },
  ]
  for (const verdict of verdicts) expect(concedes(omission, "a", "b", verdict)).toBe(false)
  for (const kind of ["code", "boundary"] satisfies DisagreementKind[])
    expect(concedes({ kind }, "a", "b", reading("a"))).toBe(false)
})
