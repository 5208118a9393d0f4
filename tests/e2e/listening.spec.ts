/**
 * Listening again together, by ear: a variable-bit-rate recording whose every second is a tone of its own. What
 * really comes out of both browsers is captured and compared: the right second, and at most 300 ms apart (p95), also
 * with a line of 50 and 300 ms and one processor slowed down.
 */
import { type Browser, expect, type Page, test } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { type Flag, makeListeningStudy } from "../support/listeningStudy"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { slowLine } from "../support/slowLine"
import { PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
/** Second n of the recording is a tone of 300 + 40·n Hz (tests/fixtures/audio/README.md). */
const secondOf = (hertz: number) => (hertz - 300) / 40

interface Heard {
  /** Wall clock of this machine, shared by both browsers. */
  readonly atMs: number
  readonly hertz: number
}

/** Before the page's own scripts: every sound made is also measured, 20 times a second. */
function listenIn(): void {
  const heard: Heard[] = []
  Object.assign(window, { heard })
  const Original = window.Audio
  window.Audio = class extends Original {
    constructor(src?: string) {
      super(src)
      this.addEventListener("playing", () => measure(this), { once: true })
    }
  } as typeof Audio
  function measure(element: HTMLMediaElement): void {
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 4096
    analyser.smoothingTimeConstant = 0
    const stream = (element as unknown as { captureStream(): MediaStream }).captureStream()
    context.createMediaStreamSource(stream).connect(analyser)
    const bins = new Float32Array(analyser.frequencyBinCount)
    setInterval(() => {
      if (element.paused) return
      analyser.getFloatFrequencyData(bins)
      let best = 0
      for (let bin = 20; bin < bins.length; bin++) if (bins[bin]! > bins[best]! || best === 0) best = bin
      if (bins[best]! > -60)
        heard.push({ atMs: Date.now(), hertz: (best * context.sampleRate) / analyser.fftSize })
    }, 50)
  }
}

test.describe("listening together", () => {
  let server: LiveServer
  let study: Study
  let flag: Flag

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    server = await startLiveServer()
    ;({ study, flag } = await makeListeningStudy(server))
  })
  test.afterAll(() => server?.stop())

  for (const [name, oneWayMs, slowdown] of [
    ["a quick line", 0, 1],
    ["a line of 50 ms", 25, 1],
    ["a line of 300 ms and a slow processor", 150, 3],
  ] as const) {
    test(`both hear the right second, over ${name}`, async ({ browser }) => {
      const line = await slowLine(server.address, oneWayMs)
      const ana = await seat(browser, server.address, "ana@example.org")
      const ben = await seat(browser, line.address, "ben@example.org")
      try {
        if (slowdown > 1) {
          const devtools = await ben.context.newCDPSession(ben.page)
          await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
        }
        await openReview(ana.page)
        await openReview(ben.page)
        await ana.page.keyboard.press("l")
        await ben.page.getByRole("button", { name: say("review.listen.follow") }).click()
        await ana.page.waitForTimeout(9_000)
        await ben.page.getByRole("button", { name: say("review.listen.back") }).click()
        await ana.page.waitForTimeout(5_000)
        const [a, b] = [await heardBy(ana.page), await heardBy(ben.page)]
        expect(a.length).toBeGreaterThan(60)
        expect(b.length).toBeGreaterThan(60)
        // The right second: from the clip's beginning on.
        const first = secondOf(a[0]!.hertz)
        expect(first).toBeGreaterThan(16.4)
        expect(first).toBeLessThan(20)
        const { apart, alone } = compared(a, b)
        const p95 = apart.sort((one, other) => one - other)[Math.floor(apart.length * 0.95)]!
        console.log(
          `${name}: ${apart.length} seconds, p95 ${Math.round(p95)} ms apart, ${alone} heard by one alone`,
        )
        expect(apart.length).toBeGreaterThan(8)
        expect(p95).toBeLessThanOrEqual(300)
        // The one who did not press "back" may begin one more second before word of it comes.
        expect(alone).toBeLessThanOrEqual(1)
      } finally {
        await ana.context.close()
        await ben.context.close()
        await line.close()
      }
    })
  }

  async function seat(browser: Browser, address: string, email: string): Promise<Seat> {
    const seat = await sitDown(browser, address, { email, password: PASSWORD })
    await seat.context.addInitScript(listenIn)
    return seat
  }

  async function openReview(page: Page): Promise<void> {
    await page.goto(
      `/projects/${study.project}/sources/${study.source}/review?flag=${encodeURIComponent(flag.id)}`,
    )
    await expect(page.getByText("Je vois la ligne").first()).toBeVisible()
    await page.waitForTimeout(1_500)
  }
})

const heardBy = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)

/**
 * How far apart the two are: at each moment one of them begins a new second, when the other began the same one. After
 * going back a second sounds again: the nearest beginning counts, and one that the other has nowhere near is theirs
 * alone.
 */
function compared(a: readonly Heard[], b: readonly Heard[]): { apart: number[]; alone: number } {
  const beginnings = (heard: readonly Heard[]) =>
    heard.flatMap(({ atMs, hertz }, index) => {
      const second = Math.round(secondOf(hertz))
      const before = index > 0 ? Math.round(secondOf(heard[index - 1]!.hertz)) : null
      return before !== null && second === before + 1 ? [{ second, atMs }] : []
    })
  const theirs = beginnings(b)
  // Until the other follows, one listens alone.
  const together = beginnings(a).filter(({ atMs }) => atMs > b[0]!.atMs + 500)
  const nearest = together.map(({ second, atMs }) =>
    Math.min(...theirs.filter((each) => each.second === second).map((each) => Math.abs(each.atMs - atMs))),
  )
  const apart = nearest.filter((ms) => ms < 1_500)
  return { apart, alone: nearest.length - apart.length }
}
