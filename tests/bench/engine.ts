/** Disagreements of 5,000 codings over 40,000 words, beside a sort of as many. */
import { compare } from "../../core/disagreement"
import type { Unit } from "../../core/reading"
import { drawsOf } from "../support/chance"
import { median, timed } from "./measure"

const CODINGS = 5_000
const WORDS = 40_000
/** A passage of 400 words: a hundred of them. */
const PASSAGES = 100
const ROUNDS = 25
const options = { tolerance: 0.5, canonical: (code: string) => code }

export function benchEngine(): void {
  const random = drawsOf(42)
  const [ours, theirs] = [units("a", random), units("b", random)]
  const whole: number[] = []
  const yardstick: number[] = []
  let groups = 0
  for (let round = 0; round < ROUNDS; round++) {
    yardstick.push(timed(() => [...ours, ...theirs].sort((a, b) => a.from - b.from || a.to - b.to)))
    whole.push(
      timed(() => {
        groups = compare("p", 1, ours, theirs, options).length
      }),
    )
  }
  console.log(`disagreements of ${CODINGS} codings over ${WORDS} words: ${groups} groups`)
  console.log(
    `  at once      median ${median(whole).toFixed(1)} ms, best ${Math.min(...whole).toFixed(1)} ms (20)`,
  )
  console.log(
    `  one sort     median ${median(yardstick).toFixed(1)} ms: × ${(median(whole) / median(yardstick)).toFixed(1)}`,
  )
  const edits = Array.from({ length: ROUNDS * 4 }, (_, at) => onePassage(ours, theirs, at % PASSAGES))
  console.log(
    `  one passage  median ${median(edits).toFixed(2)} ms, worst ${Math.max(...edits).toFixed(2)} ms (2)`,
  )
  console.log("  (what one hand-in or one changed coding asks for: only its passage is compared again)")
}

function onePassage(ours: readonly Unit[], theirs: readonly Unit[], at: number): number {
  const [from, to] = [(at * WORDS) / PASSAGES, ((at + 1) * WORDS) / PASSAGES]
  const inside = (unit: Unit) => unit.from >= from && unit.from < to
  const [one, other] = [ours.filter(inside), theirs.filter(inside)]
  return timed(() => compare("p", 1, one, other, options))
}

function units(side: "a" | "b", random: () => number): Unit[] {
  return Array.from({ length: CODINGS / 2 }, (_, at) => {
    const from = Math.floor(random() * WORDS)
    const id = `${side}/${at}/p`
    const code = `code-${Math.floor(random() * 60)}`
    return { id, coding: `${at}`, code, coder: side, side, from, to: from + 5 + Math.floor(random() * 40) }
  })
}
