/**
 * Every screen, wide and light, then as on a tablet and dark: axe finds nothing serious in it; and Tab leads through
 * it, shows where it is, and is never trapped, there and back.
 */
import { expect, type Page, test } from "@playwright/test"
import { type Demo, type Screen, screens, startDemo } from "../support/demoScreens"
import { walk } from "../support/focus"
import { obstacles } from "../support/obstacles"
import { wordsIn } from "../support/words"

test.use({ trace: "off" })

let demo: Demo
const seats = new Map<Screen["who"], Page>()
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  demo = await startDemo(browser)
  for (const who of ["nobody", "ana", "claire"] as const) {
    seats.set(who, (await demo.sit(who, { language: "fr", theme: "light", width: 1440 })).page)
  }
})
test.afterAll(async () => {
  for (const page of seats.values()) await page.context().close()
  await demo?.stop()
})

test("an obstacle is noticed", async ({ page }) => {
  await page.setContent(`<html lang="fr"><title>t</title><main><button></button></main></html>`)
  expect(await obstacles(page)).toHaveLength(1)
})

test("a trap is noticed, and a focus that is not seen", async ({ page }) => {
  await page.setContent(`<button>one</button><button style="outline:none">two</button>
    <button onkeydown="event.preventDefault()">three</button><button>four</button>`)
  expect(await walk(page, "Tab", 10)).toMatchObject({ cameRound: false, unseen: ["two"] })
})

/** What opens over a screen holds few places, and the focus stays in it until it closes. */
const overlays = ["desk-popover", "review-dialog", "memo-begun"]
/** The same page elsewhere scrolled to: it is walked both ways once, as `desk-blind`. */
const walkedBefore = ["desk-revealed"]

for (const { name, who, open } of screens) {
  test(`${name} puts nothing in the way`, async () => {
    const page = seats.get(who)!
    await page.setViewportSize({ width: 1440, height: 1000 })
    await open(page, demo.places, wordsIn("fr"))
    const wideAndLight = await obstacles(page)
    if (!walkedBefore.includes(name)) {
      const forth = await walk(page, "Tab")
      expect(forth).toMatchObject({ cameRound: true, unseen: [] })
      expect(forth.visited.length).toBeGreaterThan(overlays.includes(name) ? 0 : 2)
      expect(await walk(page, "Shift+Tab")).toMatchObject({ cameRound: true, unseen: [] })
    }
    await page.setViewportSize({ width: 820, height: 1000 })
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "dark"
    })
    await page.waitForTimeout(300)
    expect({ wideAndLight, narrowAndDark: await obstacles(page) }).toEqual({
      wideAndLight: [],
      narrowAndDark: [],
    })
  })
}

test("F6 on a code of the tree asks where to move it, and Escape gives the row back", async () => {
  const page = seats.get("claire")!
  const say = wordsIn("fr")
  await page.goto(`${demo.places.project}/tree`)
  const row = page.getByRole("treegrid").locator("[data-code]").first()
  await row.focus()
  await page.keyboard.press("F6")
  await expect(page.getByRole("dialog", { name: new RegExp(say("tree.move.do")) })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toBeHidden()
  await expect(row).toBeFocused()
})
