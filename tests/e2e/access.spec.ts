/** Every screen, wide and light, then as on a tablet and dark: axe finds nothing serious in it. */
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page, test } from "@playwright/test"
import { type Demo, type Screen, screens, startDemo } from "../support/demoScreens"
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

for (const { name, who, open } of screens) {
  test(`${name} puts nothing in the way`, async () => {
    const page = seats.get(who)!
    await page.setViewportSize({ width: 1440, height: 1000 })
    await open(page, demo.places, wordsIn("fr"))
    const wideAndLight = await obstacles(page)
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

/** What stops or misleads somebody, each with the elements it stops them at. */
async function obstacles(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
    )
}
