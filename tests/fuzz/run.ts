/**
 * `npm run fuzz:sync`: a million hostile messages (or as many as are named: `-- 50000`) against a sync server over a
 * real log. Fails when the server dies, grows without bound, or lets the canary wait for more than 250 ms.
 */
import { takeHostages } from "./hostages"
import { lay, openAll } from "./siege"

const MB = 1024 * 1024
const MOST_GROWTH = 300 * MB
const MOST_STALL_MS = 250
const messages = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? 1)
const WAVES = 20

const hostages = await takeHostages({ inMemory: process.argv.includes("--in-memory") })
const before = await hostages.state()
let peak = before!.rss
let worst = 0
const failures = new Map<string, number>()
const total: Record<string, number> = {}
for (let wave = 0; wave < WAVES; wave++) {
  const started = performance.now()
  const report = await lay({
    port: hostages.port,
    messages: messages / WAVES,
    seed: seed * WAVES + wave,
    floods: wave % 5 === 0 ? 2 : 0,
  })
  const [state, song] = [await hostages.state(), await hostages.song()]
  if (!state) throw new Error(`the server died in wave ${wave}, seed ${seed}`)
  for (const failure of state.failures) failures.set(failure, (failures.get(failure) ?? 0) + 1)
  for (const [name, count] of Object.entries(report.byAttack)) total[name] = (total[name] ?? 0) + count
  peak = Math.max(peak, state.rss)
  // On a machine that others use too, the canary also waits for them: what the server itself worked is the other bound.
  worst = Math.max(worst, Math.min(song.worstMs, state.busyMs))
  const seconds = (performance.now() - started) / 1000
  console.log(
    `wave ${wave}: ${report.sent} messages on ${report.lines} lines in ${seconds.toFixed(1)} s, ${report.refused} refused;`,
    `canary heard ${song.heard} of ${song.written}, worst ${song.worstMs.toFixed(0)} ms, p99 ${song.p99Ms.toFixed(0)} ms`,
    `(itself late ${song.lateMs.toFixed(0)} ms, ${song.closings} closings); busy ${state.busyMs.toFixed(0)} ms; ${(state.rss / MB).toFixed(0)} MB,`,
    JSON.stringify(report.byCode),
  )
}
const opened = await openAll(hostages.port)
await hostages.release()

console.log("\nmessages by attack", total)
console.log("rooms opened in ms", opened)
for (const [failure, count] of failures) console.log(`${count} ×`, failure)
console.log(
  `grew by ${((peak - before!.rss) / MB).toFixed(0)} MB at most; the canary waited ${worst.toFixed(0)} ms at most`,
)
const faults = [
  ...(peak - before!.rss > MOST_GROWTH ? ["memory"] : []),
  ...(worst > MOST_STALL_MS ? ["stall"] : []),
  ...(Object.values(opened).every(Number.isFinite) ? [] : ["a room cannot be opened"]),
]
console.log(faults.length === 0 ? "held" : `not held: ${faults.join(", ")}`)
process.exit(faults.length === 0 ? 0 : 1)
