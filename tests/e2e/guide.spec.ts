/** The interview guide: written by keys, by two; validated; what changed; on paper. And the event that asks from it. */
import { readdir, readFile } from "node:fs/promises"
import { join as joinPath } from "node:path"
import { expect, type Locator, type Page } from "@playwright/test"
import { badLine } from "../support/badLine"
import { type Seat, sitDown } from "../support/browsers"
import { keptInBrowser } from "../support/keptInBrowser"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { join, PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("an interview guide", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let claire: Seat

  test.beforeAll(async ({ browser, shared }) => {
    test.setTimeout(120_000)
    ;({ server, study } = shared)
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    claire = await sitDown(browser, server.address, { email: "claire@example.org", password: PASSWORD })
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await claire?.context.close()
  })

  test("[F20, F21, F22, F23] is written by keys, by two, validated, followed by another, compared and printed", async () => {
    const { page } = ana
    await page.goto(`/projects/${study.project}`)
    await page.getByRole("link", { name: say("common.tabs.guide"), exact: true }).click()
    await button(page, say("guide.begin")).click()

    // Questions by Enter, prompts by Tab on an empty line; a question moves with its prompts; a list is pasted.
    await line(page, 1).click()
    await page.keyboard.type("Comment êtes-vous arrivé·e ici ?")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Par qui ?")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Qu’est-ce qui a changé ?")
    await page.keyboard.press("Alt+ArrowUp")
    await expect(line(page, 1)).toHaveValue("Qu’est-ce qui a changé ?")
    await expect(line(page, 1)).toBeFocused()
    await expect(prompt(page, 1, 2)).toHaveValue("Par qui ?")
    await page.keyboard.press("ControlOrMeta+z")
    await expect(line(page, 1)).toHaveValue("Comment êtes-vous arrivé·e ici ?")
    await page.keyboard.press("ControlOrMeta+Shift+z")
    await button(page, say("guide.addQuestion")).click()
    await paste(line(page, 3), "1. Et la peur ?\n   - La vôtre ?\n2) Autre chose ?")
    await expect(prompt(page, 1, 3)).toHaveValue("La vôtre ?")
    await button(page, say("guide.menu", { text: "Et la peur ?" })).click()
    await page.getByRole("menuitem", { name: say("guide.origin.act") }).click()
    await page.keyboard.type("La porte de M7")
    await page.getByLabel(say("guide.origin.source")).selectOption({ label: "Entretien M7" })
    await button(page, say("guide.origin.close")).click()
    await isSaved(page)

    // Another writes in the same version meanwhile: nobody writes over anybody.
    const other = claire.page
    await other.goto(page.url())
    await line(other, 4).click()
    await other.keyboard.press("End")
    await other.keyboard.type(" De Claire.")
    await isSaved(other)
    await line(page, 1).click()
    await page.keyboard.press("End")
    await page.keyboard.type(" D’Ana.")
    await expect(page.getByText(say("guide.conflict.changed"))).toBeVisible()
    await button(page, say("guide.conflict.theirs")).click()
    await expect(line(page, 4)).toHaveValue("Autre chose ? De Claire.")
    await expect(line(page, 1)).toHaveValue("Qu’est-ce qui a changé ?")
    await isSaved(page)
    expect(await obstacles(page)).toEqual([])

    // Without a line it is written on, also by who comes back to the page, and saved once there is one.
    await ana.context.setOffline(true)
    await line(page, 1).press("End")
    await page.keyboard.type(" Sans ligne.")
    await expect(page.getByText(say("guide.saving.waiting"))).toBeVisible()
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
    await page.waitForTimeout(500)
    await expect(line(page, 1)).toHaveValue("Qu’est-ce qui a changé ? Sans ligne.")
    await ana.context.setOffline(false)
    await isSaved(page)
    await button(page, say("guide.undo")).click()
    await isSaved(page)
    await expect(line(page, 1)).toHaveValue("Qu’est-ce qui a changé ?")

    // Validated, it stays as it is, also for who was writing it; what they wrote makes the next.
    await button(page, say("guide.validate")).click()
    await button(page.getByRole("alertdialog"), say("guide.validate")).click()
    await expect(page.getByText(say("guide.validated"))).toBeVisible()
    await line(other, 1).click()
    await other.keyboard.press("End")
    await other.keyboard.type(" Depuis quand ?")
    await button(other, say("guide.conflict.carry")).click()
    await expect(other.getByRole("heading", { name: say("guide.version", { number: 2 }) })).toBeVisible()
    await line(other, 4).click()
    await button(other, say("guide.menu", { text: "Autre chose ? De Claire." })).click()
    await other.getByRole("menuitem", { name: say("guide.remove") }).click()
    await isSaved(other)
    await other.reload()
    await expect(line(other, 1)).toHaveValue("Qu’est-ce qui a changé ? Depuis quand ?")
    await other.getByText(say("guide.views.changes"), { exact: true }).click()
    const changes = other.getByRole("list", { name: say("guide.compare.list") })
    await expect(changes.getByRole("listitem").first()).toContainText(say("guide.compare.reworded"))
    await expect(changes.locator("ins").first()).toHaveText(/Depuis quand \?/)
    await expect(changes.getByText(say("guide.compare.removed"))).toBeVisible()
    await expect(other.getByText(/Validée par Ana/)).toBeVisible()
    expect(await obstacles(other)).toEqual([])
    for (const one of [page, other]) {
      await one.setViewportSize({ width: 820, height: 1000 })
      const wide = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, "needs no sideways scrolling").toBeLessThanOrEqual(0)
      await one.setViewportSize({ width: 1440, height: 1000 })
    }

    // On paper: the guide and nothing else, with room to write.
    await page.emulateMedia({ media: "print" })
    const paper = page.locator(".printed-guide")
    await expect(paper).toBeVisible()
    await expect(paper).toContainText("Et la peur ?")
    await expect(paper).toContainText("La vôtre ?")
    await expect(page.getByRole("banner")).toBeHidden()
    expect(await paper.locator(".printed-room").count()).toBeGreaterThan(4)
    await page.emulateMedia({ media: "screen" })
  })

  test("[F25, F26, F27, F28] is asked from in an event, without a line; first names stay on the device they were typed on", async ({
    browser,
  }) => {
    const line = await badLine(server.address)
    const laptop = await sitDown(browser, line.address, { email: "ana@example.org", password: PASSWORD })
    const { page } = laptop
    await join(server, study.owner, study.project, "observer", "Ines")
    const ines = await sitDown(
      browser,
      server.address,
      { email: "ines@example.org", password: PASSWORD },
      { width: 390, touch: true },
    )
    const phone = ines.page
    const sent = [...listenTo(page), ...listenTo(phone)]
    await page.goto(`/projects/${study.project}`)
    await page.getByRole("link", { name: say("overview.prepare") }).click()
    await page.getByLabel(say("source.about.name")).fill("Groupe du guide")
    await page.getByLabel(say("source.coders.a"), { exact: true }).selectOption({ label: "Ana" })
    await button(page, say("source.new.prepareKeep")).click()
    await page.waitForURL(/\/live/)
    const path = new URL(page.url()).pathname

    // Prepared: when and where, who sits where, the last version of the guide.
    await page.getByLabel(say("notes.event.date"), { exact: true }).fill("2026-12-03")
    await page.getByLabel(say("notes.event.place"), { exact: true }).fill("L2")
    for (const letter of ["A", "B", "C"]) await button(page, say("notes.people.addAct", { letter })).click()
    const seat = (letter: string, place: number, of = page) =>
      button(of, say("notes.seating.seat", { letter, place, count: 3 }))
    await seat("A", 1).focus()
    await page.keyboard.press("ArrowRight")
    await expect(seat("B", 1)).toBeVisible()
    await expect(seat("A", 2)).toBeFocused()
    await button(page, say("notes.fromGuide.take")).click()
    const questions = page.getByRole("list", { name: say("notes.fromGuide.questions") })
    await expect(questions.getByRole("listitem")).toHaveCount(3)
    await expect(questions).toContainText("La vôtre ?")
    await page.getByLabel(say("notes.lists.beside.add"), { exact: true }).fill("Et la canicule ?")
    await page.keyboard.press("Enter")
    expect(await obstacles(page)).toEqual([])

    // On the phone of who observes a place is taken by dragging, and first names are typed.
    await phone.goto(path)
    await choose(phone, "prepare")
    const from = (await seat("C", 3, phone).boundingBox())!
    const to = (await seat("B", 1, phone).boundingBox())!
    await seat("C", 3, phone).scrollIntoViewIfNeeded()
    await drag(phone, seat("C", 3, phone), { x: to.x - from.x, y: to.y - from.y })
    await expect(seat("C", 1, phone)).toBeVisible()
    await expect(seat("C", 1)).toBeVisible()
    const NAME = "Zyxwvprenom"
    await phone.getByLabel(say("notes.firstNames.of", { letter: "A" })).fill(NAME)
    await choose(phone, "observe")
    const speaks = button(phone, say("notes.who.speaks", { letter: `A (${NAME})` }))
    await expect(speaks).toContainText(NAME)
    await phone.reload()
    await speaks.tap()

    // Asked: prompts under what is talked about, a question of the day; the animator's line is gone meanwhile.
    await button(page, say("notes.clock.begin")).click()
    await choose(page, "animate")
    await button(page, /Qu’est-ce qui a changé/).click()
    line.cut()
    await laptop.context.setOffline(true)
    await button(page, /Et la peur/).click()
    const prompts = page.getByRole("list", { name: say("notes.guide.prompts", { text: "Et la peur ?" }) })
    await expect(prompts).toContainText("La vôtre ?")
    await expect(page.getByText(/^depuis 00:0[1-9]$/)).toBeVisible()
    await page.getByLabel(say("notes.guide.addExtra"), { exact: true }).fill("Et le silence ?")
    await page.keyboard.press("Enter")
    const silence = page.getByRole("button", { name: /Et le silence/ })
    await expect(silence).toContainText(say("notes.guide.extra"))
    // Touched twice, its moment is not lost.
    const moment = (await silence.textContent())!
    await silence.click()
    await expect(silence).toHaveAttribute("aria-pressed", "false")
    await button(page, say("notes.mark.back")).click()
    await expect(silence).toHaveText(moment)
    expect(await obstacles(page)).toEqual([])
    await expect(page.getByText(say("common.sync.hereOffline"))).toBeVisible()
    line.mend()
    await laptop.context.setOffline(false)
    await expect(button(phone, say("notes.clock.end"))).toBeVisible()
    await page.emulateMedia({ media: "print" })
    await expect(page.locator(".printed-guide")).toContainText("3 décembre 2026")
    await expect(page.locator(".printed-guide")).toContainText("C   B   A")
    await page.emulateMedia({ media: "screen" })
    // For who observes without a device: the seats, and a line a moment.
    await choose(page, "observe")
    await page.emulateMedia({ media: "print" })
    const sheet = page.locator(".printed-observation")
    await expect(sheet.locator(".printed-table")).toHaveText("CBA")
    expect(await sheet.getByRole("row", { includeHidden: true }).count()).toBeGreaterThan(30)
    await expect(page.getByRole("banner")).toBeHidden()
    await page.emulateMedia({ media: "screen" })

    // Nowhere but in that one browser: a letter that both were sent shows that a name would have been seen.
    expect(await phone.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(NAME)
    expect((await keptInBrowser(phone)).text.split(NAME), "once, and in no database").toHaveLength(2)
    expect((await keptInBrowser(page)).text).not.toContain(NAME)
    await expect.poll(() => sent.flat().join(" ")).toContain("Et le silence ?")
    expect(sent.flat().join(" ")).not.toContain(NAME)
    await expect.poll(() => filesWith(server.dataDir, "Et le silence ?")).not.toEqual([])
    expect(await filesWith(server.dataDir, NAME)).toEqual([])

    // Over: what was asked, and no name is left.
    await button(page, say("notes.clock.end")).click()
    await button(page.getByRole("alertdialog"), say("notes.clock.end")).click()
    await choose(page, "after")
    const asked = page.getByRole("region", { name: say("notes.asked.label") })
    await expect(asked).toContainText(say("notes.asked.sumOf", { number: 2, asked: 2, left: 1, extra: 1 }))
    await expect(asked.getByRole("list").first().getByRole("listitem")).toContainText([
      /Qu’est-ce qui a changé/,
      /Et la peur/,
      /Et le silence \? hors guide/,
    ])
    // Ticked once they were done, the first was talked about from the beginning, and the last from another moment.
    const [first, last] = [0, 2].map((at) => asked.getByRole("list").first().getByRole("listitem").nth(at))
    const asPut = (await last!.textContent())!
    await asked.getByText(say("notes.ticking.done"), { exact: true }).click()
    await expect(first!).toContainText(/^00:00/)
    await expect(last!).not.toHaveText(asPut)
    await asked.getByText(say("notes.ticking.put"), { exact: true }).click()
    await expect(last!).toHaveText(asPut)
    expect(await obstacles(page)).toEqual([])
    await expect.poll(() => phone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(NAME)
    await choose(phone, "prepare")
    await expect(phone.getByText(say("notes.firstNames.over"))).toBeVisible()
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, "needs no sideways scrolling").toBeLessThanOrEqual(0)
    expect(await obstacles(phone)).toEqual([])
    await page.goto(`/projects/${study.project}/guide`)
    await expect(page.getByText(say("guide.usedFor", { events: "Groupe du guide" }))).toBeVisible()
    await ines.context.close()
    await laptop.context.close()
    await line.close()
  })

  test("[F29] is thrown away while it is written, after asking; who was writing it keeps what they wrote", async () => {
    const [{ page }, { page: other }] = [ana, claire]
    await page.goto(`/projects/${study.project}/guide`)
    const heading = (of: Page, number: number) =>
      of.getByRole("heading", { name: say("guide.version", { number }), exact: true })
    await expect(heading(page, 2)).toBeVisible()
    await expect(button(page, say("guide.drop"))).toHaveCount(0)
    await button(page, say("guide.beginNext")).click()
    await expect(heading(page, 3)).toBeVisible()
    await other.goto(page.url())
    await expect(heading(other, 3)).toBeVisible()
    await button(page, say("guide.drop")).click()
    const asked = page.getByRole("alertdialog")
    expect(await obstacles(page)).toEqual([])
    await button(asked, say("common.cancel")).click()
    await expect(heading(page, 3)).toBeVisible()
    await button(page, say("guide.drop")).click()
    await button(asked, say("guide.drop")).click()
    await expect(page.getByText(say("guide.dropped", { number: 3 }))).toBeVisible()
    await expect(heading(page, 2)).toBeVisible()
    await line(other, 1).click()
    await other.keyboard.press("End")
    await other.keyboard.type(" Et depuis ?")
    await expect(other.getByText(say("guide.conflict.gone"))).toBeVisible()
    await expect(line(other, 1)).toHaveValue(/Et depuis \?$/)
    await button(other, say("guide.conflict.carry")).click()
    await isSaved(other)
    await other.reload()
    await expect(line(other, 1)).toHaveValue(/Et depuis \?$/)
  })
})

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
const line = (page: Page, number: number) =>
  page.getByRole("textbox", { name: say("guide.question", { number }), exact: true })
const prompt = (page: Page, number: number, question: number) =>
  page.getByRole("textbox", { name: say("guide.prompt", { number, question }), exact: true })
const isSaved = (page: Page) =>
  expect(page.getByText(say("guide.saving.saved"), { exact: true })).toBeVisible()

async function choose(page: Page, view: "prepare" | "observe" | "animate" | "after") {
  await page.getByText(say(`notes.view.${view}`), { exact: true }).click()
}

/** All that a page sends from now on, as text. */
function listenTo(page: Page): string[][] {
  const sent: string[] = []
  page.on("request", (request) => sent.push(request.url(), request.postDataBuffer()?.toString("utf8") ?? ""))
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => sent.push(Buffer.from(payload).toString("utf8"))),
  )
  return [sent]
}

/** By a mouse, which the page takes as it takes a finger. */
async function drag(page: Page, from: Locator, by: { readonly x: number; readonly y: number }) {
  const box = (await from.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by.x / 2, y + by.y / 2)
  await page.mouse.move(x + by.x, y + by.y)
  await page.mouse.up()
}

/** The files of a folder that hold these words. */
async function filesWith(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = joinPath(entry.parentPath, entry.name)
    if ((await readFile(path).catch(() => Buffer.alloc(0))).includes(words)) found.push(path)
  }
  return found
}

async function paste(field: Locator, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", pasted)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
