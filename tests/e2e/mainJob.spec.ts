/**
 * The main job in three browsers, once in each language: code blind, complete, see the flags without reload, listen
 * again together, agree, refer, decide, see one tree. Screenshots are kept in .artifacts/screens.
 */
import { mkdirSync } from "node:fs"
import { expect, type Page, test } from "@playwright/test"
import { type Seat, selectWords, sitDown } from "../support/browsers"
import { startServer, type TestServer } from "../support/testServer"
import { type Language, wordsIn } from "../support/words"

const password = "binome-demo"
const screens = ".artifacts/screens"

for (const language of ["fr", "en"] as const satisfies readonly Language[]) {
  test.describe(`the main job (${language})`, () => {
    test.describe.configure({ mode: "serial" })
    const say = wordsIn(language)
    let server: TestServer
    let ana: Seat
    let ben: Seat
    let claire: Seat
    let place: string
    let project: string

    const shot = (page: Page, name: string) => page.screenshot({ path: `${screens}/${language}-${name}.png` })
    const open = (page: Page, path: string) => page.goto(place + path)
    test.beforeAll(async ({ browser }) => {
      mkdirSync(screens, { recursive: true })
      server = await startServer({ dataDir: "", args: ["--demo"], env: { DEMO_PASSWORD: password } })
      const sit = (who: string) =>
        sitDown(browser, server.origin, { email: `${who}@demo.local`, password }, { language })
      ana = await sit("coder-a")
      ben = await sit("coder-b")
      claire = await sit("supervisor")
      const projects = await (await ana.context.request.get("/api/projects")).json()
      project = `/projects/${(projects.projects ?? projects)[0].id}`
      const { sources } = await (await ana.context.request.get(`/api${project}`)).json()
      place = `${project}/sources/${sources[0].id}`
    })
    test.afterAll(async () => {
      for (const seat of [ana, ben, claire]) await seat?.context.close()
      await server?.end()
    })

    test("one codes in seconds; the other's screen shows nothing of it", async () => {
      await open(ana.page, "/code")
      await open(ben.page, "/code")
      await expect(ana.page.getByRole("button", { name: /renouveler sans choisir/ }).first()).toBeVisible()
      await expect(ben.page.getByRole("button", { name: /renouveler sans choisir/ }).first()).toBeVisible()
      // Stripes come a frame behind the words, for what is around the window.
      await expect(ben.page.locator(".stripe").first()).toBeAttached()
      await ben.page.waitForTimeout(1_000)
      const before = await ben.page.locator(".stripe").count()
      await selectWords(ana.page, "parfois le frère et la sœur")
      const field = ana.page.getByRole("combobox", { name: say("desk.popover.field") })
      await field.fill("fami")
      await field.press("Enter")
      await expect(field).toBeHidden()
      await expect(ana.page.getByRole("button", { name: /^famille, .*frère et la sœur/ })).toBeAttached()
      await shot(ana.page, "desk-blind")
      await ben.page.waitForTimeout(1_000)
      expect(await ben.page.locator(".stripe").count()).toBe(before)
    })

    test("when both have completed a passage, its flags appear on both screens without reload", async () => {
      const words = say("desk.side.discuss", { count: 9 }).split("(")[0]!.trim()
      const toDiscuss = (page: Page) => page.locator("label").filter({ hasText: words })
      const number = async (page: Page) =>
        Number(/\((\d+)\)/.exec((await toDiscuss(page).textContent()) ?? "")?.[1] ?? -1)
      const [forAna, forBen] = [await number(ana.page), await number(ben.page)]
      expect(forAna).toBeGreaterThan(0)
      const fifth = ben.page.getByRole("region", { name: say("desk.passage.number", { number: 5 }) })
      await fifth.getByRole("button", { name: say("desk.passage.finish") }).click()
      await expect.poll(() => number(ana.page)).toBeGreaterThan(forAna)
      await expect.poll(() => number(ben.page)).toBeGreaterThan(forBen)
      await expect(ben.page.getByText(say("desk.passage.finishedByBoth", { number: 5 }))).toBeVisible()
      await expect(ben.page.getByRole("status").getByText(say("desk.passage.takeBack"))).toHaveCount(0)
      await shot(ana.page, "desk-revealed")
    })

    test("both listen again to the same place, then agree", async () => {
      const words = "Je n’ose pas l’arrêter"
      await openFlag(ana.page, words)
      await openFlag(ben.page, words)
      await ana.page.keyboard.press("l")
      await expect(ana.page.getByRole("button", { name: say("review.listen.pause") }).first()).toBeVisible()
      await ben.page.getByRole("button", { name: say("review.listen.follow") }).click()
      await expect(ana.page.getByRole("status").filter({ hasText: "Ben" }).first()).toBeVisible()
      await shot(ben.page, "listening")
      const heard = say("review.history.listenedTogether", { name: "Ben", seconds: 0 }).split(",")[0]!
      await expect(ana.page.getByText(heard).first()).toBeVisible({ timeout: 60_000 })
      await expect(ben.page.getByText(heard).first()).toBeVisible({ timeout: 60_000 })
      await answer(ana.page, say("review.choose.both"), "Deux idées se suivent.")
      await expect(ben.page.getByText("Deux idées se suivent.").first()).toBeVisible()
      await shot(ben.page, "proposal")
      await ben.page.getByRole("button", { name: say("review.proposal.accept") }).click()
      for (const { page } of [ana, ben]) {
        const decided = say("review.decided.together", { verdict: say("review.verdict.both") })
        await expect(page.getByText(decided).filter({ visible: true }).first()).toBeVisible()
      }
      await shot(ana.page, "decided")
      // The next one is the next that is open, not the next that is decided.
      await ana.page.keyboard.press("j")
      await expect(ana.page.locator(".flag-head")).toBeVisible()
      await expect(ana.page.locator(".decision")).toHaveCount(0)
    })

    test("what stays open is referred; the supervisor decides with a reason that both read", async () => {
      const words = "Arrêter, c’est une décision"
      await openFlag(ben.page, words)
      await ben.page.getByRole("button", { name: say("review.refer.button", { name: "Claire" }) }).click()
      const dialog = ben.page.getByRole("dialog")
      await dialog.getByLabel(say("review.refer.reason")).fill("Peur ou décision ?")
      await dialog.getByRole("button", { name: say("review.refer.send") }).click()
      await claire.page.goto(`${project}/queue`)
      await shot(claire.page, "queue")
      await openFlag(ana.page, words)
      await decideInQueue(claire.page, "Peur ou décision ?", "Il oppose deux façons de ne pas choisir.")
      for (const { page } of [ana, ben]) {
        await expect(page.getByText("Il oppose deux façons de ne pas choisir.").first()).toBeVisible()
      }
      await shot(ana.page, "ruled")
    })

    test("one tree for all, live", async () => {
      await claire.page.goto(`${project}/tree`)
      await expect(claire.page.getByText("on hérite").first()).toBeVisible()
      await shot(claire.page, "tree")
      await ana.page.goto(project)
      await expect(ana.page.getByText("Entretien M7").first()).toBeVisible()
      await shot(ana.page, "overview")
      const exported = await (await claire.context.request.get(`/api${project}/export?format=json`)).text()
      expect(exported).toContain("Il oppose deux façons de ne pas choisir.")
      const word = await claire.context.request.get(`/api${project}/export?format=docx`)
      expect(word.status()).toBe(200)
      expect((await word.body()).subarray(0, 2).toString()).toBe("PK")
    })

    async function openFlag(page: Page, words: string): Promise<void> {
      const review = await (await page.request.get(`/api/sources/${place.split("/").at(-1)}/review`)).json()
      const flag = Object.values<any>(review.flags).find((each) => each.quote.includes(words))
      await page.goto(`${place}/review?flag=${encodeURIComponent(flag.id)}`)
      await expect(page.getByText(words.slice(0, 20)).first()).toBeVisible()
    }

    async function answer(page: Page, choice: string, reason: string): Promise<void> {
      const form = page.getByRole("form", {
        name: new RegExp(`${say("review.choose.question")}|${say("review.choose.answer")}`),
      })
      await form
        .locator("label")
        .filter({ hasText: new RegExp(`^${choice}$`) })
        .click()
      await form.getByLabel(say("review.choose.reason")).fill(reason)
      await form.getByRole("button", { name: say("review.choose.propose") }).click()
    }

    async function decideInQueue(page: Page, about: string, reason: string): Promise<void> {
      await expect(page.getByRole("button", { name: say("arbitration.send") })).toBeVisible()
      if (!(await page.getByText(about).isVisible())) {
        await page.getByRole("button", { name: say("arbitration.skip") }).click()
      }
      await expect(page.getByText(about)).toBeVisible()
      await page.getByRole("button", { name: say("arbitration.listen") }).click()
      await expect(page.getByText(say("arbitration.heard"))).toBeVisible({ timeout: 60_000 })
      await page
        .locator("label")
        .filter({ hasText: say("arbitration.both") })
        .click()
      await page.getByLabel(say("arbitration.reason")).fill(reason)
      await shot(page, "ruling")
      await page.getByRole("button", { name: say("arbitration.send") }).click()
      await expect(page.getByText(say("arbitration.said"))).toBeVisible()
    }
  })
}
