/** `npm run torture [-- kills [seed]]`: the long storm. The suite has a short one (tests/server/torture.test.ts). */
import { storm } from "./storm"

const [kills = "200", seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
console.log(`${kills} kills, seed ${seed}`)
const report = await storm({
  kills: Number(kills),
  seed: Number(seed),
  onKill: ({ wrong, ...counts }) => console.log(JSON.stringify(counts), ...wrong),
})
console.log(JSON.stringify(report, null, 2))
process.exit(report.wrong.length === 0 ? 0 : 1)
