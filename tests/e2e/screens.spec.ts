/** Keeps a picture of every screen, in both languages, light and dark, wide and on a tablet: for people to look at. */
import { mkdirSync } from "node:fs"
import { test } from "@playwright/test"
import { type Demo, screens, startDemo } from "../support/demoScreens"
import { wordsIn } from "../support/words"

const folder = ".artifacts/screens"

test.describe("pictures", () => {
  test.skip(
    process.env.BINOME_SCREENS !== "1",
    "Pictures are for people; BINOME_SCREENS=1 has them taken. Nothing is tested here.",
  )
  let demo: Demo
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    mkdirSync(folder, { recursive: true })
    demo = await startDemo(browser)
  })
  test.afterAll(() => demo?.stop())

  for (const language of ["fr", "en"] as const) {
    for (const theme of ["light", "dark"] as const) {
      for (const width of [1440, 820, 390]) {
        for (const { name, who, open } of screens) {
          if (width === 390 && !["queue", "agreement"].includes(name)) continue
          test(`${name}, ${language}, ${theme}, ${width}`, async () => {
            const { context, page } = await demo.sit(who, { language, theme, width })
            try {
              await open(page, demo.places, wordsIn(language))
              await page.waitForTimeout(400)
              await page.screenshot({ path: `${folder}/${name}-${language}-${theme}-${width}.png` })
            } finally {
              await context.close()
            }
          })
        }
      }
    }
  }
})
