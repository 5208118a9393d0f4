/** Recordings made in the browser, and on their way to the server: long files over a line that breaks. */
import { randomBytes } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type CDPSession, expect, type Page, test } from "@playwright/test"
import { hasFfmpeg } from "../../server/sound/ffmpeg"
import { type Seat, sitDown } from "../support/browsers"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { wavHead } from "../support/sounds"
import { makeStudy, PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

// A microphone that beeps, and a browser that does not ask.
test.use({
  launchOptions: {
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--autoplay-policy=no-user-gesture-required",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
    ...(process.env.BINOME_CHROMIUM ? { executablePath: process.env.BINOME_CHROMIUM } : {}),
  },
})
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

  const press = (name: string) => ana.page.getByRole("button", { name: say(name), exact: true }).click()
  const elapsed = async () => {
    const [minutes, seconds] = (await ana.page.getByRole("timer").textContent())!.split(":").map(Number)
    return 60 * minutes! + seconds!
  }

  test("[S92, S93] made here outlives a reload, goes on, is listened to, and plays from any moment", async () => {
    const { page } = ana
    await atNewSource()
    await page.evaluate(() => {
      const { mediaDevices } = navigator
      const asks = mediaDevices.getUserMedia
      mediaDevices.getUserMedia = async () => {
        mediaDevices.getUserMedia = asks
        throw new DOMException("", "NotAllowedError")
      }
    })
    await press("recorder.record")
    await expect(page.getByText(say("recorder.why.denied"))).toBeVisible()
    await press("recorder.record")
    await expect.poll(elapsed).toBeGreaterThanOrEqual(3)
    await press("recorder.pause")
    await expect(page.getByText(say("recorder.paused"))).toBeVisible()
    const paused = await elapsed()
    await press("recorder.goOn")
    await expect.poll(elapsed).toBeGreaterThan(paused)

    let asked = 0
    page.once("dialog", (dialog) => {
      asked++
      return dialog.accept()
    })
    await page.reload()
    expect(asked).toBe(1)
    await expect(page.getByText(say("recorder.here", { count: 1 }))).toBeVisible()
    await press("recorder.more")
    await expect.poll(elapsed).toBeGreaterThanOrEqual(paused + 2)
    await press("recorder.stop")
    await press("recorder.listen")
    const sound = page.locator(".kept-sound audio")
    await expect
      .poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0.2)
    const long = await sound.evaluate((audio: HTMLAudioElement) => audio.duration)
    expect(long).toBeGreaterThan(paused + 1)
    expect(long).toBeLessThan(paused + 30)
    await press("recorder.use")
    await keep()
    await page.waitForURL(/\/transcribe$/)

    const source = page.url().split("/").at(-2)!
    const { recording } = await study.owner.ask("GET", `/api/sources/${source}`)
    expect(recording.mime).toBe("audio/webm")
    expect(Math.abs(recording.durationMs - long * 1000)).toBeLessThan(100)
    // Over the line, in pieces, at a moment near its end.
    const played = await page.evaluate(async (address) => {
      const audio = new Audio(address)
      await new Promise((resolve, reject) => {
        audio.onloadedmetadata = resolve
        audio.onerror = reject
      })
      const { duration } = audio
      audio.currentTime = duration - 1
      await new Promise((resolve) => {
        audio.onseeked = resolve
      })
      const at = audio.currentTime
      await audio.play()
      await new Promise((resolve) => {
        audio.onended = resolve
      })
      return { duration, at, end: audio.currentTime }
    }, `/api/sources/${source}/recording`)
    expect(played.duration).toBeCloseTo(long, 1)
    expect(played.at).toBeCloseTo(played.duration - 1, 1)
    expect(played.end).toBeCloseTo(played.duration, 0)
    const drawn = async () => (await page.request.get(`/api/sources/${source}/peaks`)).status()
    await expect.poll(drawn).toBe((await hasFfmpeg()) ? 200 : 409)
    await atNewSource()
    await expect(page.getByRole("button", { name: say("recorder.record") })).toBeEnabled()
    await expect(page.getByText(say("recorder.here", { count: 1 }))).toHaveCount(0)
  })

  test("[S92] made here is its maker's: who signs out is asked, and leaves nothing of it", async ({
    browser,
  }) => {
    const leaving = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    const { page } = leaving
    await page.goto(`/projects/${study.project}`)
    await page.getByRole("button", { name: say("overview.acts.label", { title: "Entretien M7" }) }).click()
    await page.getByRole("menuitem", { name: say("overview.acts.recording") }).click()
    await page.getByRole("button", { name: say("recorder.record") }).click()
    await expect.poll(() => page.getByRole("timer").textContent()).toMatch(/0[1-9]$/)
    // Nobody ends an interview by a key.
    await page.keyboard.press("Escape")
    await expect(page.getByText(say("recorder.stopFirst"))).toBeVisible()
    await page.getByRole("button", { name: say("recorder.stop"), exact: true }).click()
    await expect(page.getByText(say("recorder.here", { count: 1 }))).toBeVisible()
    await page.keyboard.press("Escape")
    await page.reload()
    const waits = say("recorder.noticeOf", { count: 1, title: "Entretien M7" })
    await expect(page.getByText(waits)).toBeVisible()
    const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name!))
    expect((await kept()).filter((name) => name.endsWith(":recordings"))).toHaveLength(1)
    await page.getByRole("button", { name: say("common.account", { name: "Ana" }) }).click()
    await page.getByRole("menuitem", { name: say("common.signOut") }).click()
    await page.getByRole("button", { name: say("signin.leaving.confirm") }).click()
    await page.waitForURL(/sign-in/)
    expect((await kept()).filter((name) => name.endsWith(":recordings"))).toEqual([])
    await leaving.context.close()
  })

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
    uploadThroughput: how === "slow" ? 4 * MB : -1,
  })
}
