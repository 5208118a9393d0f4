/** The long form: `npm run fuzz:text -- [first seed] [how many] [acts]`. Exits with 1 where a coding went wrong. */
import { fuzzText } from "./text"

const [first = 1, count = 200, acts = 300] = process.argv.slice(2).map(Number)
const sum = { exact: 0, apart: 0, astray: 0, gone: 0 }
let bad = 0
for (let seed = first; seed < first + count; seed++) {
  for (const moves of [false, true]) {
    const result = fuzzText({ seed, writers: 3 + (seed % 3), acts, turns: 30, moves })
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += result[key]
    if (result.wrong.length === 0) continue
    bad++
    console.log(`seed ${seed}, ${moves ? "with" : "without"} moves:`, result.wrong.slice(0, 3))
  }
}
console.log({ runs: 2 * count, bad, ...sum })
process.exitCode = bad > 0 ? 1 : 0
