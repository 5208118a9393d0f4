/** The interview guide: written by keys, by two; validated; what changed; on paper. And the event that asks from it. */
import { expect, type Locator, type Page } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { PASSWORD, type Study } from "../support/study"
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
})

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
const line = (page: Page, number: number) =>
  page.getByRole("textbox", { name: say("guide.question", { number }), exact: true })
const prompt = (page: Page, number: number, question: number) =>
  page.getByRole("textbox", { name: say("guide.prompt", { number, question }), exact: true })
const isSaved = (page: Page) =>
  expect(page.getByText(say("guide.saving.saved"), { exact: true })).toBeVisible()

async function paste(field: Locator, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", pasted)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
