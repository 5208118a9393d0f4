/** Devices of one coder: two at once, one whose layer or program is replaced under it, and one that is signed out. */
import { type Browser, expect, type Page } from "@playwright/test"
import { type BadLine, badLine } from "../support/badLine"
import { enter, type Seat, sitDown, troublesIn } from "../support/browsers"
import { codeWords, layerOf, memoFields, memosShown, workIs, writeMemo } from "../support/codingAlone"
import { keptInBrowser } from "../support/keptInBrowser"
import type { LiveServer } from "../support/liveServer"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD, type Study, shortTranscript } from "../support/study"
import { HELD, keptPage, programOf, twoBuilds, workersIn } from "../support/twoBuilds"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const ana = { email: "ana@example.org", password: PASSWORD }
type Spoken = { readonly from: number; readonly to: number; readonly words: string }

const words = ["On hérite", "le quart d’heure est passé", "il y a le genou"] as const

test.describe("devices of one coder", () => {
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

  const open = async (browser: Browser, through: { readonly address: string } = line): Promise<Seat> => {
    const seat = await sitDown(browser, through.address, ana)
    await seat.page.goto(desk)
    await workIs(seat.page).saved()
    return seat
  }
  const onServer = () => layerOf(study.owner, source)
  const askToSignOut = async (page: Page) => {
    await page.getByRole("button", { name: say("common.account", { name: "Ana" }) }).click()
    await page.getByRole("menuitem", { name: say("common.signOut") }).click()
    return page.getByRole("dialog", { name: say("signin.leaving.title") })
  }

  test("[S32] each of two devices takes back what was done on it and nothing else, and both show the same", async ({
    browser,
  }) => {
    const other = await badLine(server.address)
    const laptop = await open(browser)
    const phone = await open(browser, other)
    await codeWords(laptop.page, words[0], "hériter")
    await writeMemo(laptop.page, "Mémo d’avant")
    await expect.poll(() => memosShown(phone.page)).toEqual(["Mémo d’avant"])
    line.cut()
    other.cut()
    await codeWords(laptop.page, words[1], "peur")
    await writeMemo(laptop.page, "Mémo de l’ordinateur")
    await codeWords(phone.page, words[2], "peur")
    await writeMemo(phone.page, "Mémo du téléphone")
    // One act more than were made on it: what the other device made stays.
    for (const _ of ["memo", "coding", "nothing"]) await phone.page.keyboard.press("Control+z")
    await expect.poll(() => memosShown(phone.page)).toEqual(["Mémo d’avant"])
    await expect(phone.page.locator(".stripe")).toHaveCount(1)
    for (const _ of ["coding", "memo"]) await phone.page.keyboard.press("Control+y")
    await expect.poll(() => memosShown(phone.page)).toHaveLength(2)
    line.mend()
    other.mend()
    const memos = ["Mémo de l’ordinateur", "Mémo du téléphone", "Mémo d’avant"]
    for (const { page } of [laptop, phone]) {
      await workIs(page).saved()
      await expect.poll(() => memosShown(page)).toEqual(memos)
      await expect(page.locator(".stripe")).toHaveCount(3)
    }

    // Taken back once both are together: still each its own.
    await phone.page.keyboard.press("Control+z")
    await laptop.page.keyboard.press("Control+z")
    for (const { page } of [laptop, phone]) {
      await expect.poll(() => memosShown(page)).toEqual(["Mémo d’avant"])
      await expect(page.locator(".stripe")).toHaveCount(3)
      await workIs(page).saved()
    }
    // In the field that is left of it, the memo is written anew: once.
    const left = memoFields(phone.page).and(phone.page.locator(":placeholder-shown"))
    const field = await left.first().elementHandle()
    for (const text of ["Mémo", "Mémo repris"]) {
      await field!.fill(text)
      await phone.page.keyboard.press("Escape")
    }
    for (const { page } of [laptop, phone])
      await expect.poll(() => memosShown(page)).toEqual(["Mémo d’avant", "Mémo repris"])
    expect((await onServer()).length).toBe(3)
    await laptop.context.close()
    await phone.context.close()
    await other.close()
  })

  test("[S32] a memo written on both devices while apart has both texts, and a coding the code of one and the memo of the other", async ({
    browser,
  }) => {
    const other = await badLine(server.address)
    const laptop = await open(browser)
    const phone = await open(browser, other)
    const choose = (page: Page) =>
      page
        .getByRole("button", { name: /, .*On hérite/ })
        .first()
        .click()
    const onCoding = (page: Page) => page.getByRole("textbox", { name: say("desk.chosen.memo") })
    await codeWords(laptop.page, words[0], "hériter")
    await codeWords(laptop.page, words[1], "peur")
    await writeMemo(laptop.page, "Mémo d’avant")
    await expect.poll(() => memosShown(phone.page)).toEqual(["Mémo d’avant"])
    line.cut()
    other.cut()
    const before = memoFields(laptop.page).first()
    await before.fill("Mémo de l’ordinateur")
    await before.press("Escape")
    await choose(laptop.page)
    await onCoding(laptop.page).fill("Sans l’avoir voulu")
    await onCoding(laptop.page).press("Escape")
    await workIs(laptop.page).says("hereOffline")
    await memoFields(phone.page).first().fill("Mémo du téléphone")
    await memoFields(phone.page).first().press("Escape")
    await choose(phone.page)
    await phone.page.keyboard.press("c")
    const field = phone.page.getByRole("combobox", { name: say("desk.popover.field") })
    await field.fill("peur")
    await field.press("Enter")
    await workIs(phone.page).says("hereOffline")
    line.mend()
    other.mend()
    for (const { page } of [laptop, phone]) {
      await workIs(page).saved()
      await expect.poll(() => memosShown(page)).toEqual(["Mémo de l’ordinateur\n\nMémo du téléphone"])
      await expect(page.getByRole("button", { name: /^peur, .*On hérite/ })).toBeAttached()
      await choose(page)
      await expect(onCoding(page)).toHaveValue("Sans l’avoir voulu")
    }

    // And what arrives while one is writing is kept beside it.
    const typing = memoFields(phone.page).first().pressSequentially(" Suite du téléphone", { delay: 200 })
    await memoFields(laptop.page).first().fill("Suite de l’ordinateur")
    await memoFields(laptop.page).first().press("Escape")
    await typing
    await memoFields(phone.page).first().press("Escape")
    for (const { page } of [laptop, phone]) {
      await workIs(page).saved()
      await expect.poll(async () => (await memosShown(page)).join()).toContain("Suite de l’ordinateur")
    }
    await laptop.context.close()
    await phone.context.close()
    await other.close()
  })

  for (const [device, where] of [
    ["this device", "hereOffline"],
    ["a window on a full device", "lost.full"],
  ] as const)
    test(`[S27] who stays after being asked keeps what waits in ${device}, and who goes loses it all`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ baseURL: line.address, locale: "fr-FR" })
      const page = await context.newPage()
      if (where === "lost.full") {
        const devtools = await context.newCDPSession(page)
        await devtools.send("Storage.overrideQuotaForOrigin", { origin: line.address, quotaSize: 1 })
      }
      // The rooms alone are closed: signing out reaches the server.
      let areRoomsOpen = true
      await page.routeWebSocket(/\/collab\//, (socket) => {
        if (areRoomsOpen) socket.connectToServer()
        else void socket.close()
      })
      const codeWithout = async (words: string) => {
        areRoomsOpen = false
        line.cut()
        line.mend()
        await codeWords(page, words, "peur")
        await workIs(page).says(where)
      }
      await enter(page, ana)
      await page.goto(desk)
      await workIs(page).saved()

      await codeWithout("On hérite")
      const dialog = await askToSignOut(page)
      await expect(dialog.getByText(say("signin.leaving.body"))).toBeVisible()
      await page.keyboard.press("Escape")
      await expect(dialog).toBeHidden()
      await expect(page.getByRole("button", { name: /^peur, .*On hérite/ })).toBeAttached()
      await workIs(page).says(where)
      areRoomsOpen = true
      await workIs(page).saved()
      expect(await onServer()).toEqual(["On hérite."])

      await codeWithout("De la peur, je crois")
      await (await askToSignOut(page)).getByRole("button", { name: say("signin.leaving.confirm") }).click()
      await page.waitForURL(/\/sign-in/)
      const { databases, entries } = await keptInBrowser(page)
      expect({ databases, entries }).toEqual({ databases: [], entries: [] })
      expect(await onServer()).toEqual(["On hérite."])
      await context.close()
    })

  test("[S20] [S34] a layer that is replaced under an open page is gone on with, and takes along what waits", async ({
    browser,
  }) => {
    const { page, context } = await open(browser)
    const troubles = troublesIn(page)
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    const erase = async (word: string) => {
      const path = `/api/sources/${source}/erasures`
      const { transcript } = await study.owner.ask("GET", `${path}?find=${encodeURIComponent(word)}`)
      const spans = transcript.map(({ from, to, words }: Spoken) => ({ from, to, words }))
      await study.owner.ask("POST", path, { spans, words: word, places: [] })
    }
    await codeWords(page, "On hérite", "hériter")
    await workIs(page).saved()

    // While somebody writes: what is in the field is in no document yet.
    await page.getByRole("button", { name: say("memos.write") }).click()
    await memoFields(page).fill("Mémo commencé")
    await erase("hérite")
    await expect(page.getByText("hérite.")).toHaveCount(0)
    await page.keyboard.press("Escape")
    await workIs(page).saved()
    await expect.poll(() => memosShown(page)).toEqual(["Mémo commencé"])
    await expect(page.locator(".stripe")).toHaveCount(1)

    // And without a network, with work that waits in the layer of before.
    line.cut()
    await codeWords(page, "De la peur, je crois", "peur")
    await writeMemo(page, "Mémo sans réseau")
    await workIs(page).says("hereOffline")
    await erase("On")
    line.mend()
    await workIs(page).saved()
    await expect.poll(() => memosShown(page)).toEqual(["Mémo commencé", "Mémo sans réseau"])
    await expect(page.locator(".stripe")).toHaveCount(2)
    await codeWords(page, "il y a le genou", "peur")
    await workIs(page).saved()
    expect(await onServer()).toHaveLength(3)
    expect((await onServer()).join()).not.toContain("hérite")
    expect(await page.evaluate(() => "isSame" in window)).toBe(true)
    expect(troubles).toEqual([])
    await context.close()
  })

  test("[S22] [S30] the newer build is what opens without a network, while the older's worker is busy and after", async ({
    browser,
  }) => {
    const builds = await twoBuilds(server.address)
    const { older, newer } = builds
    const { page, context } = await open(browser, builds)
    const troubles = troublesIn(page)
    await expect.poll(() => keptPage(page)).toContain(older)
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    const held = page.evaluate((path) => fetch(path).then(({ status }) => status), HELD)
    builds.deploy()
    const tab = await context.newPage()
    await tab.goto(desk)
    expect((await programOf(tab)).build).toBe(newer)
    await expect.poll(() => keptPage(tab)).toContain(newer)
    const isBusy = { waiting: newer, active: older }
    await expect.poll(() => workersIn(tab)).toEqual(isBusy)

    // The older page goes on, with a network and without.
    await page.bringToFront()
    await codeWords(page, words[0], "hériter")
    await workIs(page).saved()
    builds.cut()
    await codeWords(page, words[1], "peur")
    await workIs(page).says("hereOffline")
    expect((await programOf(page)).build).toBe(older)
    const opensNewer = async (window: Page) => {
      await window.goto(desk)
      await expect(window.locator(".stripe")).toHaveCount(2)
      const { build, chunks } = await programOf(window)
      expect(build).toBe(newer)
      expect(chunks).toContain("chunkz")
      expect(chunks).not.toContain("chunks")
    }
    await opensNewer(tab)
    await opensNewer(await context.newPage())
    expect(await workersIn(page)).toEqual(isBusy)
    builds.release()
    expect(await held).toBe(404)
    await expect.poll(() => workersIn(page)).toEqual({ waiting: null, active: newer })
    await context.setOffline(true)
    await opensNewer(tab)
    await opensNewer(await context.newPage())
    expect((await programOf(page)).build).toBe(older)

    await context.setOffline(false)
    builds.mend()
    await workIs(page).saved()
    // Whoever goes on to another page in it is on the newer build there.
    await page.getByRole("banner").getByRole("link").first().click()
    await page.waitForURL(/\/projects$/)
    await expect.poll(async () => (await programOf(page)).build).toBe(newer)
    expect([troubles, builds.missed]).toEqual([[], []])
    expect(await onServer()).toHaveLength(2)
    await context.close()
    await builds.close()
  })
})
