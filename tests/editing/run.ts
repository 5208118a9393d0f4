/**
 * The long form: `npm run fuzz:text -- [first seed] [how many] [acts] [turns] [writers]`, every tenth seed through a sync server as well.
 * Exits with 1 where a coding went wrong.
 */
import { fuzzOverServer } from "./overServer"
import { fuzzText } from "./text"
import type { Verdict } from "./truth"

const [first = 1, count = 200, acts = 300, turns = 30, writers = 0] = process.argv.slice(2).map(Number)
const sum = { exact: 0, torn: 0, gone: 0 }
let runs = 0
let bad = 0

function tally(run: string, verdict: Verdict): void {
  runs++
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += verdict[key]
  if (verdict.wrong.length === 0) return
  bad++
  console.log(`${run}:`, verdict.wrong.slice(0, 3))
}

for (let seed = first; seed < first + count; seed++) {
  const run = { seed, writers: writers || 3 + (seed % 3), acts, turns }
  tally(`seed ${seed}, without moves`, fuzzText({ ...run, moves: false }))
  tally(`seed ${seed}, with moves`, fuzzText({ ...run, moves: true }))
  if (seed % 10 === 0) tally(`seed ${seed}, over a server`, await fuzzOverServer(seed, acts))
}
console.log({ runs, bad, ...sum })
process.exitCode = bad > 0 ? 1 : 0
