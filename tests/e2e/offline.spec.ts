/** Coding without a network: nothing lost, nothing doubled, and the desk says what is true. */
import { type Browser, expect } from "@playwright/test"
import * as Y from "yjs"
import { type BadLine, badLine } from "../support/badLine"
import { enter, type Seat, sitDown } from "../support/browsers"
import { codeWords, completePassage, layerOf, workIs } from "../support/codingAlone"
import { keptInBrowser, putCopy } from "../support/keptInBrowser"
import type { LiveServer } from "../support/liveServer"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD, type Study, shortTranscript } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("without a network", () => {
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

  const account = (name: string) => ({ email: `${name}@example.org`, password: PASSWORD })
  const open = async (browser: Browser): Promise<Seat> => {
    const seat = await sitDown(browser, line.address, account("ana"))
    await seat.page.goto(desk)
    await workIs(seat.page).saved()
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
  /** The desk is kept, and the worker that opens it. */
  const isKept = async ({ page }: Seat) => {
    await expect
      .poll(async () => (await keptInBrowser(page)).cached.join(" "))
      .toContain("/offline?language=fr")
    await expect.poll(async () => (await keptInBrowser(page)).text).toContain("il y a le genou")
  }

  test("[S20] [S21] what is coded and completed is on this device, and on the server when the network is back", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    await goOffline(seat)
    await codeWords(page, "On hérite", "hériter")
    await codeWords(page, "De la peur, je crois", "peur")
    await completePassage(page)
    await workIs(page).says("hereOffline")
    expect(await layerOf(study.owner, source)).toEqual([])
    await goOnline(seat)
    await workIs(page).saved()
    expect(await layerOf(study.owner, source)).toEqual(["De la peur, je crois.", "On hérite."])
    const { mine } = await study.owner.ask("GET", `/api/sources/${source}`)
    expect(Object.values(mine)).toEqual([{ revision: 1, state: "handed-in" }])
    await context.close()
  })

  test("[S22] [S31] a desk opened before opens without a network; what is done there is sent from any page", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { context } = seat
    await codeWords(seat.page, "On hérite", "hériter")
    await workIs(seat.page).saved()
    await isKept(seat)
    await seat.page.close()
    await goOffline(seat)

    const page = await context.newPage()
    await page.goto(desk)
    await expect(page.getByRole("button", { name: /^hériter, .*On hérite/ })).toBeAttached()
    await workIs(page).says("savedOffline")
    await codeWords(page, "De la peur, je crois", "peur")
    await workIs(page).says("hereOffline")
    await page.reload()
    await expect(page.getByRole("button", { name: /^peur, / })).toBeAttached()
    await workIs(page).says("hereOffline")

    await page.goto(`/projects/${study.project}`)
    await expect(page.getByRole("heading", { name: say("offline.title") })).toBeVisible()
    await expect(page.getByRole("link", { name: /Entretien M7/ })).toBeVisible()
    expect(await layerOf(study.owner, source)).toEqual(["On hérite."])
    await goOnline(seat)
    await expect(page.getByRole("heading", { name: say("offline.title") })).toBeHidden()
    await expect.poll(() => layerOf(study.owner, source)).toEqual(["De la peur, je crois.", "On hérite."])
    await context.close()
  })

  test("[S27] [S30] signing out asks while something waits, and leaves nothing of anybody in the browser", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    const other = await context.newPage()
    await other.goto(desk)
    await isKept(seat)
    const before = await keptInBrowser(page)
    expect(before.cached.filter((address) => /\/api\/|\/projects/.test(address))).toEqual([])
    await goOffline(seat)
    await codeWords(page, "On hérite", "hériter")
    await workIs(page).says("hereOffline")
    await page.getByRole("button", { name: say("common.account", { name: "Ana" }) }).click()
    await page.getByRole("menuitem", { name: say("common.signOut") }).click()
    const dialog = page.getByRole("dialog", { name: say("signin.leaving.title") })
    await dialog.getByRole("button", { name: say("signin.leaving.wait") }).click()
    await expect(dialog.getByText(say("signin.leaving.waiting"))).toBeVisible()
    await goOnline(seat)
    await page.waitForURL(/\/sign-in/)
    await other.waitForURL(/\/sign-in/)
    expect(await layerOf(study.owner, source)).toEqual(["On hérite."])

    const { databases, entries, text } = await keptInBrowser(page)
    expect({ databases, entries }).toEqual({ databases: [], entries: [] })
    expect(before.text).toContain("mon prédécesseur")
    expect(text).not.toContain("mon prédécesseur")
    await goOffline(seat)
    await page.goto(desk)
    await expect(page.getByRole("heading", { name: say("offline.title") })).toBeVisible()
    await expect(page.getByRole("link", { name: /Entretien M7/ })).toHaveCount(0)
    await context.close()
  })

  test("[S26] [S28] a session ends while work waits: the next person sees none of it, the same person's is sent", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    await isKept(seat)
    await goOffline(seat)
    await codeWords(page, "On hérite", "hériter")
    await completePassage(page)
    await workIs(page).says("hereOffline")
    await context.clearCookies({ name: /session/ })
    await goOnline(seat)
    await workIs(page).says("closedKept")
    await expect.poll(async () => (await keptInBrowser(page)).text).not.toContain("il y a le genou")

    const guest = await context.newPage()
    await enter(guest, account("ben"))
    await expect(page.getByRole("button", { name: say("common.account", { name: "Ben" }) })).toBeVisible()
    await expect(page.getByText("On hérite").first()).toBeVisible()
    await expect(page.locator(".stripe")).toHaveCount(0)
    await guest.goto(desk)
    await workIs(guest).saved()
    await expect(guest.locator(".stripe")).toHaveCount(0)
    expect(await layerOf(study.owner, source)).toEqual([])
    const { mine } = await study.ben.ask("GET", `/api/sources/${source}`)
    expect(Object.values(mine)).toEqual([{ revision: 0, state: "open" }])
    await context.clearCookies({ name: /session/ })
    await enter(guest, account("ana"))
    await expect.poll(() => layerOf(study.owner, source)).toEqual(["On hérite."])
    await expect
      .poll(async () => Object.values((await study.owner.ask("GET", `/api/sources/${source}`)).mine))
      .toEqual([{ revision: 1, state: "handed-in" }])
    await context.close()
  })

  test("[S29] a source that is not to be seen any more leaves the device, with what waited for it", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { page, context } = seat
    await isKept(seat)
    await goOffline(seat)
    await codeWords(page, "On hérite", "hériter")
    await workIs(page).says("hereOffline")
    expect((await keptInBrowser(page)).text).toContain("On hérite")
    await study.owner.ask("DELETE", `/api/sources/${source}`, { title: "Entretien M7" })
    await goOnline(seat)
    await expect.poll(async () => (await keptInBrowser(page)).text).not.toMatch(/On hérite|il y a le genou/)
    await context.close()
  })

  test("[S34] a copy that is only read is never sent, and is replaced by what the server shows", async ({
    browser,
  }) => {
    const seat = await open(browser)
    const { context } = seat
    await isKept(seat)
    const room = await study.owner.room(`source/${source}`)
    const stale = new Y.Doc()
    Y.applyUpdate(stale, Y.encodeStateAsUpdate(room.doc))
    stale.getText("text").insert(stale.getText("text").toString().indexOf("On hérite"), "Effacé depuis. ")
    await seat.page.close()
    await goOffline(seat)
    const page = await context.newPage()
    await page.goto(`/projects/${study.project}`)
    await putCopy(page, study.owner.id, `source/${source}`, Y.encodeStateAsUpdate(stale))
    await page.goto(desk)
    await expect(page.getByText("Effacé depuis.").first()).toBeVisible()
    await goOnline(seat)
    await expect(page.getByText("Effacé depuis.")).toHaveCount(0)
    await workIs(page).saved()
    expect(room.doc.getText("text").toString()).toContain("On hérite")
    expect(room.doc.getText("text").toString()).not.toContain("Effacé depuis.")
    await expect.poll(async () => (await keptInBrowser(page)).text).not.toContain("Effacé depuis.")
    room.close()
    await context.close()
  })
})
