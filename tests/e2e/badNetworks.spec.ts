/** Coding on lines that drop, crawl, swallow and lie: everything written arrives, once, and nothing false is said. */
import { type Browser, expect } from "@playwright/test"
import { type BadLine, badLine } from "../support/badLine"
import { enter, type Seat, sitDown } from "../support/browsers"
import { codeWords, completePassage, layerOf, workIs } from "../support/codingAlone"
import type { LiveServer } from "../support/liveServer"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD, type Study, shortTranscript } from "../support/study"

const words = ["On hérite", "le quart d’heure est passé", "il y a le genou", "De la peur, je crois"]
const ana = { email: "ana@example.org", password: PASSWORD }
const KILOBYTE = 1024

test.describe("a bad network", () => {
  let server: LiveServer
  let study: Study
  let line: BadLine
  let source: string
  let desk: string

  test.beforeEach(async ({ shared }) => {
    server = shared.server
    study = shared.study
    const { owner, ben, project } = study
    line = await badLine(server.address)
    source = await importTranscript(server, owner, project, shortTranscript, [owner.id, ben.id])
    desk = `/projects/${project}/sources/${source}/code`
  })
  test.afterEach(() => line.close())

  const open = async (browser: Browser, through = line): Promise<Seat> => {
    const seat = await sitDown(browser, through.address, ana)
    await seat.page.goto(desk)
    await workIs(seat.page).saved()
    return seat
  }
  const handIns = async () => Object.values((await study.owner.ask("GET", `/api/sources/${source}`)).mine)
  const onServer = () => layerOf(study.owner, source)

  test("[S24] [S33] drops, crawls, is answered by a portal, by a server in trouble, and by nobody", async ({
    browser,
  }) => {
    const { page, context } = await open(browser)
    line.page(200, "<html><p>Welcome to the Wi-Fi of the hotel")
    await codeWords(page, words[0]!, "hériter")
    await completePassage(page)
    await workIs(page).says("hereOffline")
    line.page(503, "<html><p>Service unavailable")
    await page.waitForTimeout(1_000)
    await workIs(page).says("hereOffline")
    expect(await onServer()).toEqual([])
    line.mend()
    await workIs(page).saved()
    expect(await handIns()).toEqual([{ revision: 1, state: "handed-in" }])
    await page
      .getByRole("button", { name: /Reprendre le passage/ })
      .first()
      .click()
    await workIs(page).saved()

    // It drops again and again; in between, it crawls.
    for (const [time, each] of words.slice(1).entries()) {
      if (time % 2 === 0) line.cut()
      else line.slow(KILOBYTE)
      await codeWords(page, each, "peur")
      await workIs(page).notSaved()
      line.mend()
    }
    await workIs(page).saved()
    expect((await onServer()).length).toBe(words.length)

    await server.killAndRestart()
    await codeWords(page, "La sienne d’abord", "peur")
    await workIs(page).saved()
    expect((await onServer()).length).toBe(words.length + 1)
    expect(await handIns()).toEqual([{ revision: 2, state: "open" }])
    await context.close()
  })

  test("[S21] a line that swallows everything and says nothing is not taken for one that saves", async ({
    browser,
  }) => {
    const { page, context } = await open(browser)
    line.swallow()
    await codeWords(page, words[0]!, "hériter")
    await workIs(page).says("here")
    expect(await onServer()).toEqual([])
    line.cut()
    line.mend()
    await workIs(page).saved()
    expect(await onServer()).toEqual(["On hérite."])
    await context.close()
  })

  test("[S21] says why it is not saved: a device without room, a browser that keeps nothing", async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: line.address, locale: "fr-FR" })
    const page = await context.newPage()
    // Before the first byte is kept: the browser notices at its leisure that there is no room any more.
    const devtools = await context.newCDPSession(page)
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: line.address, quotaSize: 1 })
    let areRoomsOpen = true
    await page.routeWebSocket(/\/collab\//, (socket) => {
      if (areRoomsOpen) socket.connectToServer()
      else void socket.close()
    })
    await enter(page, ana)
    await page.goto(desk)
    await workIs(page).saved()
    areRoomsOpen = false
    line.cut()
    await codeWords(page, words[0]!, "hériter")
    await workIs(page).says("lost.full")
    line.mend()
    // Away from the desk the window still asks before it takes the work with it.
    await page.getByRole("banner").getByRole("link").first().click()
    await page.waitForURL(/\/projects$/)
    const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })))
    await expect.poll(asks).toBe(true)
    areRoomsOpen = true
    await expect.poll(async () => (await onServer()).length).toBe(1)
    await expect.poll(asks).toBe(false)
    await page.goto(desk)
    await workIs(page).saved()

    await context.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { value: undefined })
    })
    await page.reload()
    await workIs(page).saved()
    areRoomsOpen = false
    line.cut()
    await codeWords(page, words[1]!, "peur")
    await workIs(page).says("lost.no-storage")
    line.mend()
    // It outlives the page, not the window.
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    await page.getByRole("banner").getByRole("link").first().click()
    await page.waitForURL(/\/projects$/)
    expect((await onServer()).length).toBe(1)
    areRoomsOpen = true
    await expect.poll(async () => (await onServer()).length).toBe(2)
    expect(await page.evaluate(() => "isSame" in window)).toBe(true)
    await context.close()
  })

  test("[S32] two devices and two tabs, apart and with clocks years off, come to the same layer", async ({
    browser,
  }) => {
    const other = await badLine(server.address)
    const laptop = await open(browser)
    const phone = await open(browser, other)
    const clock = laptop.context.clock
    await clock.setFixedTime(new Date("2011-01-01"))
    const tab = await laptop.context.newPage()
    await tab.goto(desk)
    await workIs(tab).saved()
    await codeWords(laptop.page, words[0]!, "hériter")
    await expect(tab.locator(".stripe")).toHaveCount(1)
    await expect(phone.page.locator(".stripe")).toHaveCount(1)

    line.cut()
    other.cut()
    await codeWords(laptop.page, words[1]!, "peur")
    await codeWords(tab, words[2]!, "peur")
    await codeWords(phone.page, words[3]!, "peur")
    // What was made on both is taken away on one: it is away on both.
    await phone.page
      .getByRole("button", { name: /^hériter, / })
      .first()
      .click()
    await phone.page.keyboard.press("u")
    await expect(phone.page.locator(".stripe")).toHaveCount(1)
    line.mend()
    other.mend()
    for (const { page } of [laptop, { page: tab }, phone]) {
      await expect(page.locator(".stripe")).toHaveCount(3)
      await workIs(page).saved()
    }
    expect((await onServer()).length).toBe(3)
    await laptop.context.close()
    await phone.context.close()
    await other.close()
  })
})
