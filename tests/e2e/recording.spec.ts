/** Recordings on their way to the server: long files over a line that breaks. */
import { randomBytes } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type CDPSession, expect, type Page, test } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { wavHead } from "../support/sounds"
import { makeStudy, PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const MB = 1024 ** 2

test.describe("a recording", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let folder: string

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    server = await startLiveServer()
    study = await makeStudy(server)
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    folder = await mkdtemp(join(tmpdir(), "binome-recording-"))
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const atNewSource = () => ana.page.goto(`/projects/${study.project}/sources/new`)
  const choose = (file: string) => ana.page.getByLabel(say("source.files.choose")).first().setInputFiles(file)
  const keep = async () => {
    const { page } = ana
    await page.getByLabel(say("source.coders.a"), { exact: true }).selectOption({ label: "Ana" })
    await page.getByRole("button", { name: say("source.new.keep") }).click()
  }
  const bytesOf = async (source: string) => {
    const answer = await ana.page.request.get(`/api/sources/${source}/recording`)
    return Buffer.from(await answer.body())
  }

  test("[S90] of 12 MB arrives byte for byte though the line breaks, the server is killed, the page reloaded", async () => {
    const { page } = ana
    const sound = randomBytes(12 * MB)
    const bytes = Buffer.concat([wavHead({ rate: 44_100, channels: 1, bits: 16 }, sound.length), sound])
    const file = join(folder, "entretien_long.wav")
    await writeFile(file, bytes)
    const line = await ana.context.newCDPSession(page)
    await atNewSource()
    await choose(file)
    await lineOf(line, "slow")
    await keep()
    await expect.poll(() => share(page)).toBeGreaterThan(0)
    await lineOf(line, "none")
    await expect(page.getByText(say("sending.waiting"))).toBeVisible()
    const before = await share(page)
    expect(before).toBeLessThan(0.9)
    await server.killAndRestart()
    await lineOf(line, "slow")
    await expect.poll(() => share(page)).toBeGreaterThan(before)

    page.once("dialog", (dialog) => dialog.accept())
    await page.reload()
    await expect(page.getByText("entretien_long.wav")).toBeVisible()
    await expect(page.getByText(say("sending.unfinished", { count: 1 }))).toBeVisible()
    const offsets: number[] = []
    page.on("request", (request) => {
      if (request.method() === "PATCH") offsets.push(Number(request.headers()["upload-offset"]))
    })
    await choose(file)
    await lineOf(line, "fast")
    await keep()
    await page.waitForURL(/\/transcribe$/)
    expect(Math.min(...offsets)).toBeGreaterThan(0)
    const source = page.url().split("/").at(-2)!
    expect((await bytesOf(source)).equals(bytes)).toBe(true)
  })
})

/** How much of it the page says to have arrived. */
async function share(page: Page): Promise<number> {
  const bar = page.getByRole("progressbar", { name: say("sending.label") })
  const [now, most] = await Promise.all(
    ["aria-valuenow", "aria-valuemax"].map((name) => bar.getAttribute(name).then(Number)),
  )
  return now! / most!
}

async function lineOf(session: CDPSession, how: "none" | "slow" | "fast"): Promise<void> {
  await session.send("Network.enable")
  await session.send("Network.emulateNetworkConditions", {
    offline: how === "none",
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: how === "slow" ? 2.5 * MB : -1,
  })
}
