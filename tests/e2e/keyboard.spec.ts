/**
 * The main job with no mouse at all: sign in, reach the desk, choose words, code them, complete the passage, go
 * through the flags and propose. Focus is to be seen at every step.
 */
import { expect, type Page, test } from "@playwright/test"
import { type Focused, focused, seen } from "../support/focus"
import { startServer, type TestServer } from "../support/testServer"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("without a mouse", () => {
  test.describe.configure({ mode: "serial" })
  let server: TestServer
  let page: Page

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    server = await startServer({ dataDir: "", args: ["--demo"], env: { DEMO_PASSWORD: "binome-demo" } })
    const context = await browser.newContext({ baseURL: server.origin, locale: "fr-FR" })
    page = await context.newPage()
  })
  test.afterAll(async () => {
    await page?.context().close()
    await server?.end()
  })

  test("sign in, and go to the desk", async () => {
    await page.goto("/sign-in")
    await expect(page.getByLabel(say("signin.email"))).toBeFocused()
    await page.keyboard.type("coder-b@demo.local")
    await page.keyboard.press("Tab")
    await page.keyboard.type("binome-demo")
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/projects$/)
    await tabTo(page, (focused) => focused.name.includes("Alléger"))
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/projects\/[^/]+$/)
    await tabTo(page, (focused) => focused.name.includes("Entretien M7") && focused.tag === "A")
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/(code|review)/)
    if (page.url().includes("/review")) await page.goto(page.url().replace(/\/review.*/, "/code"))
    await expect(page.locator(".stripe").first()).toBeAttached()
  })

  test("words are chosen by arrows, a code is typed, Enter codes", async () => {
    const fifth = page.getByRole("region", { name: say("desk.passage.number", { number: 5 }) })
    await fifth.scrollIntoViewIfNeeded()
    await tabTo(page, ({ label }) => label === say("desk.transcript.label"))
    await fifth.evaluate((element) => element.scrollIntoView({ block: "start" }))
    const before = await page.locator(".stripe").count()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    for (let times = 0; times < 4; times++) await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("c")
    const field = page.getByRole("combobox", { name: say("desk.popover.field") })
    await expect(field).toBeFocused()
    await page.keyboard.type("fami")
    await page.keyboard.press("Enter")
    await expect(field).toBeHidden()
    await expect.poll(() => page.locator(".stripe").count()).toBeGreaterThan(before)
    await seen(page)
  })

  test("arrows go on from the words coded last, and the same words take a code once", async () => {
    const stripes = page.locator(".stripe")
    const before = await stripes.count()
    await tabTo(page, ({ label }) => label === say("desk.transcript.label"))
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Home")
    for (let times = 0; times < 4; times++) await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("r")
    await expect(page.getByText(say("desk.alreadyCoded"))).toBeVisible()
    expect(await stripes.count()).toBe(before)
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("r")
    await expect.poll(() => stripes.count()).toBe(before + 1)
  })

  test("Shift+Enter completes the passage", async () => {
    await page.keyboard.press("Shift+Enter")
    const fifth = page.getByRole("region", { name: say("desk.passage.number", { number: 5 }) })
    await expect(fifth.getByText(say("desk.passage.revealed")).first()).toBeVisible()
  })

  test("to the review, J goes to the next flag, and a proposal is made", async () => {
    await tabTo(page, ({ name, tag }) => tag === "A" && name.includes(say("common.tabs.review")))
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/review/)
    await expect(page.getByText(say("review.list.open")).first()).toBeVisible()
    await page.keyboard.press("j")
    await expect(page).toHaveURL(/flag=/)
    const form = page.getByRole("form", { name: say("review.choose.question") })
    for (let flags = 0; flags < 12 && !(await form.isVisible()); flags++) {
      const here = page.url()
      await page.keyboard.press("j")
      await expect.poll(() => page.url()).not.toBe(here)
      await page.waitForTimeout(150)
    }
    await page.keyboard.press("p")
    expect(await form.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await seen(page)
    await page.keyboard.press("Space")
    await tabTo(page, ({ tag }) => tag === "TEXTAREA")
    await page.keyboard.type("Proposé sans souris.")
    await tabTo(page, ({ name }) => name.startsWith(say("review.choose.propose")))
    await page.keyboard.press("Enter")
    await expect(page.getByText("Proposé sans souris.").first()).toBeVisible()
  })
})

/** Tab until it is reached; fails where it cannot be. */
async function tabTo(page: Page, wanted: (focused: Focused) => boolean): Promise<void> {
  const passed: string[] = []
  for (let times = 0; times < 250; times++) {
    const now = await focused(page)
    if (wanted(now)) return seen(page)
    passed.push(now.name.slice(0, 30))
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab does not lead there; it led to: ${passed.join(" | ")}`)
}
