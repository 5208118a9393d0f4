/**
 * `npm run bench`: figures to compare within one run, never across machines. Each thing is timed in turns with a
 * yardstick of the same size, so that a noisy machine slows both.
 */
import { compare } from "../../core/disagreement"
import type { Unit } from "../../core/reading"

const CODINGS = 5_000
const ROUNDS = 15

const random = seeded(42)
const units = (side: "a" | "b"): Unit[] =>
  Array.from({ length: CODINGS / 2 }, (_, at) => {
    const from = Math.floor(random() * 40_000)
    const id = `${side}/${at}/p`
    const code = `code-${Math.floor(random() * 60)}`
    return { id, coding: `${at}`, code, coder: side, side, from, to: from + 5 + Math.floor(random() * 40) }
  })
const [ours, theirs] = [units("a"), units("b")]
const options = { tolerance: 0.5, canonical: (code: string) => code }

const engine: number[] = []
const yardstick: number[] = []
let groups = 0
for (let round = 0; round < ROUNDS; round++) {
  yardstick.push(timed(() => [...ours, ...theirs].sort((a, b) => a.from - b.from || a.to - b.to)))
  engine.push(
    timed(() => {
      groups = compare("p", 1, ours, theirs, options).length
    }),
  )
}
console.log(`disagreements of ${CODINGS} codings over 40,000 words: ${groups} groups`)
console.log(
  `  engine     median ${median(engine).toFixed(1)} ms, best ${Math.min(...engine).toFixed(1)} ms (target: 20 ms)`,
)
console.log(`  one sort   median ${median(yardstick).toFixed(1)} ms`)
console.log(`  ratio      × ${(median(engine) / median(yardstick)).toFixed(1)}`)

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** Mulberry32: the same codings at every run. */
function seeded(state: number): () => number {
  let seed = state
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
