/**
 * The waveform on the screens where one listens: it appears by itself once the server has drawn the recording, and
 * leads to the place one points at. Every second of the recording is a tone of its own; here it is the time that counts.
 */
import { expect, type Locator, type Page, test } from "@playwright/test"
import { sitDown } from "../support/browsers"
import { type Flag, makeListeningStudy } from "../support/listeningStudy"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const ANA = { email: "ana@example.org", password: PASSWORD }

/** Before the page's own scripts: what plays is found again. */
function keepSounds(): void {
  const sounds: HTMLAudioElement[] = []
  Object.assign(window, { sounds })
  const Original = window.Audio
  window.Audio = class extends Original {
    constructor(src?: string) {
      super(src)
      sounds.push(this)
    }
  } as typeof Audio
}

test.describe("the waveform", () => {
  let server: LiveServer
  let study: Study
  let flag: Flag

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    server = await startLiveServer()
    ;({ study, flag } = await makeListeningStudy(server))
  })
  test.afterAll(() => server?.stop())

  test("[S81, S83] stands under the player of the desk, and leads to the second one points at", async ({
    browser,
  }) => {
    const { context, page } = await sitDown(browser, server.address, ANA)
    try {
      await context.addInitScript(keepSounds)
      await page.goto(`/projects/${study.project}/sources/${study.source}/code`)
      const wave = page.getByRole("slider", { name: say("desk.player.wave") })
      await expect(wave).toBeVisible({ timeout: 30_000 })
      await expect(wave.locator("path")).toHaveAttribute("d", /^M0\.5 /)
      await duration(page)

      for (const second of [15, 7.5]) {
        await press(wave, second / 30)
        await expect.poll(() => position(page)).toBeCloseTo(second, 0)
        expect(Math.abs((await position(page)) - second)).toBeLessThan(0.3)
        await expect(wave).toHaveAttribute("aria-valuenow", String(Math.floor(second)))
      }
      // The rail over it is the whole recording; the close-up turns its page along.
      await press(page.getByRole("slider", { name: say("desk.player.position"), exact: true }), 45 / 60)
      await expect.poll(() => position(page)).toBeCloseTo(45, 0)
      await expect(wave.locator(".mark").first()).toHaveText("00:30")

      await wave.focus()
      await page.keyboard.press("ArrowRight")
      await expect.poll(() => position(page)).toBeCloseTo(46, 0)
      await page.keyboard.press("Home")
      await expect.poll(() => position(page)).toBe(0)
      await expect(wave).toHaveAttribute("aria-valuetext", /00:00.*01:00/)

      await page.getByRole("button", { name: say("desk.player.closer") }).click()
      await press(wave, 0.5)
      await expect.poll(() => position(page)).toBeCloseTo(5, 0)
      // While it plays, the head itself moves.
      await page.getByRole("button", { name: say("desk.player.play"), exact: true }).click()
      const head = wave.locator(".moving")
      const before = await head.evaluate((element) => element.style.transform)
      await expect.poll(() => head.evaluate((element) => element.style.transform)).not.toBe(before)
    } finally {
      await context.close()
    }
  })

  test("[S83] shows a disagreement's clip as it sounds, and where it lies", async ({ browser }) => {
    const { context, page } = await sitDown(browser, server.address, ANA)
    try {
      await context.addInitScript(keepSounds)
      await page.goto(
        `/projects/${study.project}/sources/${study.source}/review?flag=${encodeURIComponent(flag.id)}`,
      )
      const rail = page.getByRole("slider", { name: say("review.listen.rail") }).first()
      await expect(rail.locator(".close-up path").first()).toHaveAttribute("d", /^M0\.5 /, {
        timeout: 30_000,
      })
      const clip = await rail.locator(".whole > .clip").boundingBox()
      const whole = await rail.locator(".whole").boundingBox()
      expect((clip!.x - whole!.x) / whole!.width).toBeCloseTo(17 / 60, 1)
      await duration(page)
      // What is shown is a little more than the clip: its middle is the clip's, its edge is not left.
      await press(rail, 0.5)
      await expect.poll(() => position(page)).toBeCloseTo(24.5, 0)
      expect(Math.abs((await position(page)) - 24.5)).toBeLessThan(0.3)
      await press(rail, 0.001)
      await expect.poll(() => position(page)).toBeCloseTo(17, 1)
    } finally {
      await context.close()
    }
  })

  test("[S83] leaves the rail alone where there is none to be had", async ({ browser }) => {
    const { context, page } = await sitDown(browser, server.address, ANA)
    try {
      const problem = {
        type: "/problems/no-waveform",
        title: "no-waveform",
        status: 409,
        code: "no-waveform",
      }
      await page.route("**/peaks", (route) =>
        route.fulfill({
          status: 409,
          contentType: "application/problem+json",
          body: JSON.stringify(problem),
        }),
      )
      await page.goto(`/projects/${study.project}/sources/${study.source}/code`)
      const rail = page.getByRole("slider", { name: say("desk.player.position"), exact: true })
      await expect(rail).toBeVisible()
      await expect(page.locator(".wave-strip")).toHaveCount(0)

      // While it is drawn, it is said how far it is.
      await page.unroute("**/peaks")
      await page.route("**/peaks", (route) => route.fulfill({ status: 202, json: { fraction: 0.4 } }))
      await page.reload()
      await expect(page.getByText(/La forme d’onde se dessine… 40\s%/)).toBeVisible()
      await page.unroute("**/peaks")
      await expect(page.getByRole("slider", { name: say("desk.player.wave") })).toBeVisible()
    } finally {
      await context.close()
    }
  })
})

async function press(rail: Locator, share: number): Promise<void> {
  const { width, height } = (await rail.boundingBox())!
  await rail.click({ position: { x: width * share, y: height / 3 } })
}

interface WithSounds {
  readonly sounds: readonly HTMLAudioElement[]
}

/** Where what was opened last stands, in seconds. */
function position(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as WithSounds).sounds.at(-1)!.currentTime)
}

/** Waits until it is known how long the recording is. */
async function duration(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (window as unknown as WithSounds).sounds.at(-1)?.duration), {
      timeout: 20_000,
    })
    .toBeCloseTo(60, 0)
}
