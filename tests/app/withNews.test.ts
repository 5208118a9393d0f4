import { expect, it } from "vitest"
import { withNews } from "../../app/_sync/withNews"

const known: { state: string; words: string | null } = { state: "synced", words: null }

it("what is told again is the very same object, so that nothing is drawn for it", () => {
  expect(withNews(known, { state: "synced" })).toBe(known)
  expect(withNews(known, {})).toBe(known)
})

it("what is new is in it, beside what was known", () => {
  expect(withNews(known, { words: "oui" })).toEqual({ state: "synced", words: "oui" })
  expect(withNews(known, { state: "offline", words: null })).toEqual({ state: "offline", words: null })
})
