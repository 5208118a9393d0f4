import { describe, expect, it } from "vitest"
import { plainWords, shareSaid, wantedOf } from "../../core/questionWords"
import { drawsOf } from "../support/chance"

describe("[F12] how much of a question is said again", () => {
  it("is what it has in common, in one order, with the stretch of the turn that has most of it", () => {
    const random = drawsOf(12)
    const words = (count: number) => Array.from({ length: count }, () => `w${Math.floor(random() * 6)}`)
    const shares = Array.from({ length: 400 }, () => {
      const [wanted, said] = [words(4 + Math.floor(random() * 27)), words(Math.floor(random() * 60))]
      const share = shareSaid(wantedOf(wanted.join(" ")), said)
      expect(share).toBeCloseTo(slowly(wanted, said), 12)
      return share
    })
    expect(new Set(shares).size).toBeGreaterThan(20)
  })
  it("knows a long question by its first thirty words, and few words only where nothing else is said", () => {
    const long = Array.from({ length: 50 }, (_, at) => `mot${at}`)
    expect(shareSaid(wantedOf(long.join(" ")), long.slice(0, 30))).toBe(1)
    expect(shareSaid(wantedOf(long.join(" ")), long.slice(30))).toBe(0)
    expect(shareSaid(wantedOf("Et après ?"), plainWords("Et (rit) après ?"))).toBe(1)
    expect(shareSaid(wantedOf("Et après ?"), plainWords("Et après cela ?"))).toBe(0)
    expect(shareSaid(wantedOf("…"), plainWords("…"))).toBe(0)
  })
})

/** Every stretch, and a table of all pairs of words for each. */
function slowly(wanted: readonly string[], said: readonly string[]): number {
  const first = wanted.slice(0, Math.ceil(wanted.length / 2))
  const reach = Math.ceil(wanted.length * 1.5)
  const all = said.flatMap((word, from) =>
    first.includes(word) ? [common(wanted, said.slice(from, from + reach))] : [],
  )
  return Math.max(0, ...all) / wanted.length
}

function common(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++)
      table[i]![j] =
        one[i - 1] === other[j - 1]
          ? table[i - 1]![j - 1]! + 1
          : Math.max(table[i - 1]![j]!, table[i]![j - 1]!)
  return table[one.length]![other.length]!
}
