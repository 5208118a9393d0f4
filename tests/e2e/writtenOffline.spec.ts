/** Writing a transcript without a network: nothing typed is lost, nothing is doubled, and the page says what is true. */
import { type Browser, expect, type Page } from "@playwright/test"
import { type BadLine, badLine } from "../support/badLine"
import { enter, type Seat, sitDown } from "../support/browsers"
import { keptInBrowser } from "../support/keptInBrowser"
import type { LiveServer } from "../support/liveServer"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const transcript = "Int. : Vous avez peur ?\nM7 : Oui, la peur du vide."

test.describe("a transcript that is written without a network", () => {
  let server: LiveServer
  let study: Study
  let line: BadLine
  let source: string
  let place: string

  test.beforeEach(async ({ shared }) => {
    server = shared.server
    study = shared.study
    const { owner, ben, project } = study
    line = await badLine(server.address)
    source = await importTranscript(server, owner, project, transcript, [owner.id, ben.id])
    place = `/projects/${project}/sources/${source}/transcribe`
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
  })
  test.afterEach(() => line.close())

  const ana = { email: "ana@example.org", password: PASSWORD }
  const open = async (browser: Browser, who = ana): Promise<Seat> => {
    const seat = await sitDown(browser, line.address, who)
    await seat.page.goto(place)
    await expect(words(seat.page)).toBeVisible()
    return seat
  }
  const goOffline = async ({ context }: Seat) => {
    line.cut()
    await context.setOffline(true)
  }
  const goOnline = async ({ context }: Seat) => {
    line.mend()
    await context.setOffline(false)
  }
  /** The page is kept, and the worker that opens it. */
  const isKept = async ({ page }: Seat) => {
    await expect
      .poll(async () => (await keptInBrowser(page)).cached.join(" "))
      .toContain("/offline?language=fr")
    await expect.poll(() => keeps(page, /kind text[\s\S]*la peur du vide/)).toBe(true)
  }
  const turnsOnServer = async (): Promise<string[]> => {
    const { turns } = await study.owner.ask("GET", `/api/sources/${source}/transcript`)
    return turns.map((turn: { text: string }) => turn.text)
  }
  const isOnDevice = (page: Page) => expect(status(page)).toContainText(say("common.sync.hereOffline"))

  test("[S20] [S21] [S22] is on this device, opens again there, and enters once whatever page and tab is open", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { context } = seat
    await write(seat.page, 1, " Un.")
    await isSaved(seat.page)
    await isKept(seat)
    const other = await context.newPage()
    await other.goto(place)
    await expect(words(other)).toBeVisible()
    await goOffline(seat)
    await write(seat.page, 1, " Deux.")
    await write(other, 0, " Trois.")
    await isOnDevice(seat.page)
    await isOnDevice(other)
    await seat.page.close()
    await other.close()

    const page = await context.newPage()
    await page.goto(place)
    await expect
      .poll(() => turns(page))
      .toEqual(["Vous avez peur ? Trois.", "Oui, la peur du vide. Un. Deux."])
    await isOnDevice(page)
    await write(page, 1, " Quatre.")
    await page.keyboard.press("Control+z")
    await write(page, 1, " Cinq.")
    await isOnDevice(page)
    await page.reload()
    await expect.poll(async () => (await turns(page))[1]).toBe("Oui, la peur du vide. Un. Deux. Cinq.")
    await page.goto(`/projects/${study.project}`)
    await expect(page.getByRole("link", { name: /Entretien M7/ }).first()).toBeVisible()
    expect(await turnsOnServer()).toEqual(["Vous avez peur ?", "Oui, la peur du vide. Un."])

    await goOnline(seat)
    await expect(page.getByRole("heading", { name: say("offline.title") })).toBeHidden()
    const all = ["Vous avez peur ? Trois.", "Oui, la peur du vide. Un. Deux. Cinq."]
    await expect.poll(turnsOnServer).toEqual(all)
    await page.goto(place)
    await expect.poll(() => turns(page)).toEqual(all)
    await isSaved(page)
    await expect.poll(() => waiting(page, study.owner.id)).toBe(0)
    await context.close()
  })

  test("[C31] [S27] what came too late is shown until its writer puts it away, on whatever page, over a reload", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    await isKept(seat)
    await goOffline(seat)
    await write(page, 1, " Trop tard, je crois.")
    await isOnDevice(page)
    await study.owner.ask("DELETE", `/api/sources/${source}/transcribing`)
    await page.goto(`/projects/${study.project}`)
    await goOnline(seat)
    await page.getByRole("link", { name: say("transcribe.kept.see") }).click()
    const late = page.getByRole("region", { name: say("transcribe.late.label") })
    await expect(late.getByLabel(say("transcribe.late.words"))).toHaveValue("Trop tard, je crois.")
    await expect(late.getByText(say("transcribe.late.count", { count: 4 }))).toBeVisible()
    expect((await turnsOnServer())[1]).toBe("Oui, la peur du vide.")

    // Opened again, it is beside what is written now, and does not enter by itself.
    await page.getByRole("button", { name: say("transcribe.closed.open") }).click()
    await expect(words(page)).toBeVisible()
    await expect(late).toBeVisible()
    await write(page, 0, " Dites.")
    await isSaved(page)
    expect(await turnsOnServer()).toEqual(["Vous avez peur ? Dites.", "Oui, la peur du vide."])
    await page.reload()
    await expect(late.getByLabel(say("transcribe.late.words"))).toHaveValue("Trop tard, je crois.")
    await page.getByRole("button", { name: say("common.account", { name: "Ana" }) }).click()
    await page.getByRole("menuitem", { name: say("common.signOut") }).click()
    await expect(page.getByRole("dialog", { name: say("signin.leaving.title") })).toBeVisible()
    expect(await waiting(page, study.owner.id)).toBe(1)
    await page.keyboard.press("Escape")

    await late.getByRole("button", { name: say("transcribe.late.dismiss.act") }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByRole("button", { name: say("transcribe.late.dismiss.act") }).click()
    await expect(late).toBeHidden()
    await page.reload()
    await expect(words(page)).toBeVisible()
    await expect(late).toBeHidden()
    await expect.poll(() => waiting(page, study.owner.id)).toBe(0)
    await context.close()
  })

  test("[S26] [S28] [S29] is nobody else's, is sent when its writer is back, and goes with what is theirs no more", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    await isKept(seat)
    await goOffline(seat)
    await write(page, 1, " À moi.")
    await isOnDevice(page)
    await context.clearCookies({ name: /session/ })
    await goOnline(seat)
    await expect(page.getByRole("heading", { name: say("transcribe.over.refused.title") })).toBeVisible()
    await enter(page, { email: "ben@example.org", password: PASSWORD })
    await page.goto(place)
    await expect(words(page)).toBeVisible()
    await isSaved(page)
    expect((await turnsOnServer())[1]).toBe("Oui, la peur du vide.")
    await context.clearCookies({ name: /session/ })
    await enter(page, ana)
    await expect.poll(async () => (await turnsOnServer())[1]).toBe("Oui, la peur du vide. À moi.")

    await page.goto(place)
    await isSaved(page)
    await isKept(seat)
    await goOffline(seat)
    await write(page, 0, " Encore un mot.")
    await isOnDevice(page)
    expect(await keeps(page, /kind text[\s\S]*la peur du vide/)).toBe(true)
    expect(await waiting(page, study.owner.id)).toBeGreaterThan(0)
    await study.owner.ask("DELETE", `/api/sources/${source}`, { title: "Entretien M7" })
    await goOnline(seat)
    await expect(page.getByRole("heading", { name: say("transcribe.over.refused.title") })).toBeVisible()
    // It can still be taken along from where it was written.
    await expect(page.getByLabel(say("transcribe.late.words"))).toHaveValue("Encore un mot.")
    await expect.poll(() => keeps(page, /kind text|la peur du vide/)).toBe(false)
    expect(await waiting(page, study.owner.id)).toBe(0)
    await context.close()
  })

  test("[S21] a browser that keeps nothing is said to keep nothing; what is in the window enters all the same", async ({
    browser,
  }) => {
    const seat = await sitDown(browser, line.address, ana)
    const { page, context } = seat
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("", "SecurityError")
      }
    })
    await page.goto(place)
    await expect(words(page)).toBeVisible()
    await goOffline(seat)
    await write(page, 1, " Ici seulement.")
    await expect(status(page)).toContainText(say("common.sync.lost.no-storage"))
    await goOnline(seat)
    await isSaved(page)
    expect((await turnsOnServer())[1]).toBe("Oui, la peur du vide. Ici seulement.")
    await context.close()
  })
})

const words = (page: Page) => page.getByRole("textbox", { name: say("transcribe.text") })
const status = (page: Page) => page.locator(".writing-head .sync")

function isSaved(page: Page): Promise<void> {
  const saved = status(page).getByRole("img", { name: say("transcribe.sync.saved"), exact: true })
  return expect(saved).toBeVisible()
}

/** Whether this browser keeps some words; what else it keeps is too long to be shown where a test fails. */
async function keeps(page: Page, what: RegExp): Promise<boolean> {
  return what.test((await keptInBrowser(page)).text)
}

function turns(page: Page): Promise<string[]> {
  return page.locator(".turns > .turn p").evaluateAll((all) => all.map((each) => each.textContent!))
}

/** Writes at the end of a turn. */
async function write(page: Page, turn: number, what: string): Promise<void> {
  await page.bringToFront()
  await page.locator(".turns > .turn").nth(turn).locator("p").click()
  await page.keyboard.press("End")
  await page.keyboard.type(what, { delay: 8 })
}

/** How many pieces of writing wait on the device. */
function waiting(page: Page, member: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction("updates").objectStore("updates").count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
    `binome:${member}`,
  )
}
