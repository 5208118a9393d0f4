/** The short form of `npm run fuzz:sync`. How long the canary waits is judged there, on a machine of its own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Hostages, takeHostages } from "../../fuzz/hostages"
import { lay, openAll } from "../../fuzz/siege"

const MB = 1024 * 1024
let hostages: Hostages
beforeAll(async () => {
  hostages = await takeHostages({ inMemory: true })
}, 60_000)
afterAll(() => hostages.release())

describe("a server under siege", () => {
  it("[S50, S51] lives, stays small, and serves a room that nobody attacks", async () => {
    const before = (await hostages.state())!
    const report = await lay({ port: hostages.port, messages: 1_500, seed: 7, floods: 1 })
    await hostages.song()
    const after = await hostages.state()

    expect(after, "the process is alive").not.toBeNull()
    expect(after!.rss - before.rss).toBeLessThan(300 * MB)
    await expect.poll(async () => (await hostages.song()).heard, { timeout: 10_000 }).toBeGreaterThan(0)
    // It was attacked: enough was sent, in every way, and lines were cut for it.
    expect(report.sent).toBeGreaterThanOrEqual(1_500)
    expect(Object.keys(report.byAttack).length).toBeGreaterThan(25)
    expect(report.byCode["1007"]).toBeGreaterThan(0)
    expect(report.byCode["1009"]).toBeGreaterThan(0)
  }, 60_000)

  it("[S51] opens every room that was attacked", async () => {
    const opened = await openAll(hostages.port)
    expect(Object.values(opened).every(Number.isFinite)).toBe(true)
  }, 60_000)
})
