/** A group that is noted live: a phone that observes, a laptop that animates, a line that is gone, a server that is killed. */
import { expect, type Locator, type Page } from "@playwright/test"
import { type BadLine, badLine } from "../support/badLine"
import { type Seat, sitWith } from "../support/browsers"
import { keptInBrowser } from "../support/keptInBrowser"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { join, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
/** What the issue promises of a mark. */
const RIGHT_SECOND_MS = 300

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

test.describe("a group that is noted live", () => {
  let server: LiveServer
  let study: Study
  let line: BadLine
  let ana: Seat
  let omar: Seat

  test.beforeAll(async ({ browser, shared }) => {
    test.setTimeout(120_000)
    ;({ server, study } = shared)
    const observer = await join(server, study.owner, study.project, "observer", "Omar")
    line = await badLine(server.address)
    ana = await sitWith(browser, server.address, study.owner)
    omar = await sitWith(browser, line.address, observer, { width: 390, touch: true })
    // The phone's own clock is an hour fast.
    await omar.context.addInitScript(() => {
      const now = Date.now
      Date.now = () => now() + 3_600_000
    })
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await omar?.context.close()
    await line?.close()
  })

  test("[F1, F2, F3, F6, F7] is prepared, observed and animated; what is marked without a line, over a reload and a killed server is there once, on its second", async () => {
    const laptop = ana.page
    const phone = omar.page
    await laptop.goto(`/projects/${study.project}`)
    await laptop.getByRole("link", { name: say("overview.prepare") }).click()
    await laptop.getByLabel(say("source.about.name")).fill("Groupe du jeudi")
    await laptop.getByLabel(say("source.coders.a"), { exact: true }).selectOption({ label: "Ana" })
    await laptop.getByRole("button", { name: say("source.new.prepareKeep") }).click()
    await laptop.waitForURL(/\/live/)
    for (const letter of ["A", "B", "C"]) await button(laptop, say("notes.people.addAct", { letter })).click()
    const question = laptop.getByLabel(say("notes.lists.guide.add"))
    for (const text of ["Comment êtes-vous arrivé·es ici ?", "Qu’est-ce qui a changé ?"]) {
      await question.fill(text)
      await question.press("Enter")
    }
    await button(laptop, say("notes.lists.takeUsual")).click()
    const path = new URL(laptop.url()).pathname
    const source = /sources\/([^/]+)/.exec(path)![1]!
    const marks = async (): Promise<Mark[]> =>
      (await study.owner.ask("GET", `/api/sources/${source}/notes`)).marks

    // The observer has nothing to prepare, and sees no coding.
    await phone.goto(path)
    await expect(button(phone, say("notes.who.speaks", { letter: "A" }))).toBeVisible()
    await expect(phone.getByRole("link", { name: say("common.tabs.code") })).toHaveCount(0)
    await button(laptop, say("notes.clock.begin")).click()
    await choose(laptop, "animate")
    const silent = laptop.getByRole("region", { name: say("notes.silent.label") })
    await expect(silent).toContainText("ABC")

    // One tap, and another for of whom; each at its own moment.
    const moments: { readonly what: string; readonly from: number; to: number }[] = []
    const at = async (what: string, act: () => Promise<void>) => {
      const from = Date.now()
      const moment = { what, from, to: Number.POSITIVE_INFINITY }
      moments.push(moment)
      await act()
      moment.to = Date.now()
    }
    await at("speaks A", () => button(phone, say("notes.who.speaks", { letter: "A" })).tap())
    await expect(silent.getByText("BC")).toBeVisible()
    await at("sign B C", () => button(phone, say("notes.lists.usual.laughs")).tap())
    const whose = phone.getByRole("region", { name: say("notes.mark.whose") })
    await button(whose, "B").tap()
    await button(whose, "C").tap()
    await button(whose, say("notes.mark.done")).tap()
    await phone.getByText(say("notes.field.word"), { exact: true }).tap()
    await at("word ", async () => {
      await phone.getByLabel(say("notes.field.wordLabel")).fill("Relancer B")
      await button(phone, say("notes.field.send")).tap()
    })
    await expect(laptop.getByRole("region", { name: say("notes.quiet.label") })).toContainText("Relancer B")
    await phone.getByText(say("notes.field.note"), { exact: true }).tap()
    await button(laptop, /Comment êtes-vous/).click()
    await expect(button(laptop, /Comment êtes-vous/)).toHaveAttribute("aria-pressed", "true")

    // A laptop has keys: letters are people, digits signs, N a note from its first key on.
    await choose(laptop, "observe")
    await laptop.getByRole("timer").click()
    await at("speaks B", () => laptop.keyboard.press("b"))
    await laptop.keyboard.press("Enter")
    await laptop.keyboard.type("deux mots")
    await laptop.keyboard.press("Enter")
    await at("sign all", () => laptop.keyboard.press("2"))
    await laptop.keyboard.press("0")
    await laptop.keyboard.press("n")
    await at("note ", () => laptop.keyboard.type("r"))
    await laptop.waitForTimeout(600)
    await laptop.keyboard.type("egards vers la porte")
    await laptop.keyboard.press("Enter")
    await laptop.keyboard.press("c")
    await laptop.keyboard.press("ControlOrMeta+z")
    await expect(laptop.getByText(say("notes.mark.removed"))).toBeVisible()
    const recent = laptop.getByRole("list", { name: say("notes.recent") })
    await expect(recent.getByRole("listitem")).toHaveCount(6)

    // The phone loses its line, notes on, is reloaded, notes on; meanwhile the server is killed under the laptop.
    await isKept(phone)
    line.cut()
    await omar.context.setOffline(true)
    await at("speaks C", () => button(phone, say("notes.who.speaks", { letter: "C" })).tap())
    const words = phone.getByLabel(say("notes.field.words", { letter: "C" }))
    await words.fill("sans ligne")
    await expect(phone.getByText(say("common.sync.hereOffline"))).toBeVisible()
    // Nothing that the phone marks too: alike within seconds, it would be shown as one (F4).
    await at("speaks B", () => laptop.keyboard.press("b"))
    const restarted = server.killAndRestart()
    await phone.reload()
    const offlineRecent = phone.getByRole("list", { name: say("notes.recent") })
    await expect(offlineRecent).toContainText("sans ligne")
    await at("speaks A", () => button(phone, say("notes.who.speaks", { letter: "A" })).tap())
    await restarted
    await at("sign ", () => laptop.keyboard.press("3"))
    await expect(phone.getByText(say("common.sync.hereOffline"))).toBeVisible()
    line.mend()
    await omar.context.setOffline(false)

    const expected = moments.map(({ what }) => what)
    await expect.poll(async () => (await marks()).map(sayMark), { timeout: 30_000 }).toEqual(expected)
    for (const [place, { at }] of (await marks()).entries()) {
      const { what, from, to } = moments[place]!
      expect(at, what).toBeGreaterThan(from - RIGHT_SECOND_MS)
      expect(at, what).toBeLessThan(to + RIGHT_SECOND_MS)
    }
    for (const page of [laptop, phone])
      await expect(page.getByRole("list", { name: say("notes.recent") }).getByRole("listitem")).toHaveCount(
        expected.length,
      )
    await expect(recent).toContainText("« sans ligne »")

    // Six speak, and a note is long: it is in sight at once, with where one writes, and nothing is wider than the screen.
    await choose(laptop, "prepare")
    for (const letter of ["D", "E", "F"]) await button(laptop, say("notes.people.addAct", { letter })).click()
    const long = "A regarde la porte quand B parle de l’hôpital, et C prend des notes sur un carnet"
    await phone.getByLabel(say("notes.field.words", { letter: "A" })).fill(long)
    await button(phone, say("notes.field.done")).tap()
    await button(phone, say("notes.mark.mend")).tap()
    for (const [width, height] of [
      [820, 1180],
      [390, 844],
    ] as const) {
      await phone.setViewportSize({ width, height })
      const last = phone.getByRole("list", { name: say("notes.recent") }).getByText(long)
      for (const part of [last, button(phone, say("notes.clap.act")), button(phone, say("notes.mark.done"))])
        await expect(part, `at ${width}`).toBeInViewport({ ratio: 1 })
      const wide = await phone.locator(".live").evaluate((live) => live.scrollWidth - live.clientWidth)
      expect(wide, `at ${width}`).toBeLessThanOrEqual(0)
    }
    await button(phone, say("notes.mark.done")).tap()
    await choose(laptop, "observe")
  })

  test("[F5, F9] is laid on the sound that was recorded beside it, written up together, and taken away", async () => {
    const { page } = ana
    const source = /sources\/([^/]+)/.exec(page.url())![1]!
    await page.reload()
    await button(page, say("recorder.record")).click()
    await expect(page.getByRole("timer", { name: say("recorder.elapsed") })).toHaveText("00:01")
    await page.getByRole("timer", { name: say("notes.clock.elapsed") }).click()
    await page.keyboard.press("a")
    await page.waitForTimeout(500)
    await button(page, say("recorder.stop")).click()
    await button(page, say("recorder.use")).click()
    await choose(page, "after")
    await expect(page.getByText(say("notes.alignment.recorder"))).toBeVisible()
    const notes = await study.owner.ask("GET", `/api/sources/${source}/notes`)
    const last = notes.marks.at(-1)
    const began = notes.clock.find(({ is }: { is: string }) => is === "recorder")
    const place = last.at - began.at + began.soundMs
    expect(place).toBeGreaterThan(900)
    expect(place).toBeLessThan(3_000)
    const table = await page.request.get(`/api/sources/${source}/notes?format=csv`)
    const lines = (await table.text()).trim().split("\r\n")
    // What was not asked stands behind all that was noted.
    expect(lines.at(-1)).toContain('"question-left"')
    const noted = lines.findLast((line) => !line.includes('"question-left"'))
    expect(noted).toContain(`"${(place / 1_000).toFixed(1)}"`)
    const heard = page.getByRole("button", { name: /^Réécouter à 00:0[12]$/ })
    await heard.click()
    // By hand as well: where the recording stands now, that mark is heard.
    await button(page, say("notes.alignment.again")).click()
    await expect(page.getByRole("button", { name: /S’entend ici/ }).first()).toBeVisible()
    await button(page, say("notes.alignment.again")).click()

    const synthesis = page.getByRole("textbox", { name: say("notes.debriefing.synthesis") })
    await synthesis.click()
    await page.keyboard.type("Le groupe a ri ensemble.")
    await choose(omar.page, "after")
    // Whoever had the page open hears of the recording, too.
    await expect(omar.page.getByRole("region", { name: say("notes.after.recording") })).toBeVisible()
    await expect(omar.page.getByRole("textbox", { name: say("notes.debriefing.synthesis") })).toContainText(
      "Le groupe a ri ensemble.",
    )
    for (const view of ["prepare", "observe", "animate", "after"] as const) {
      for (const one of [page, omar.page]) {
        await choose(one, view)
        // Judged once: on the phone where thumbs are, else on the laptop.
        if ((one === page) === (view !== "observe")) expect(await obstacles(one), view).toEqual([])
        const wide = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide, `${view} needs no sideways scrolling`).toBeLessThanOrEqual(0)
      }
    }
    await choose(omar.page, "observe")
    const small = await omar.page
      .locator(".live button, .live .seg label")
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
      )
    expect(small).toEqual([])
  })
})

interface Mark {
  readonly at: number
  readonly kind: string
  readonly who: "all" | readonly string[]
}

const sayMark = ({ kind, who }: Mark) => `${kind} ${who === "all" ? who : who.join(" ")}`

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })

async function choose(page: Page, view: "prepare" | "observe" | "animate" | "after") {
  await page.getByText(say(`notes.view.${view}`), { exact: true }).click()
}

/** The page, its notes, and the worker that opens it. */
async function isKept(page: Page) {
  await expect
    .poll(async () => (await keptInBrowser(page)).cached.join(" "))
    .toContain("/offline?language=fr")
  await expect.poll(async () => (await keptInBrowser(page)).text).toMatch(/kind live/)
  await expect.poll(async () => (await keptInBrowser(page)).text).toContain("Relancer B")
}
