/** Two browsers that read a transcript again together: one reads, the other sees where and remarks. */
import { expect, type Page } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { attachRecording, importTranscript, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const TURNS = 60
const line = (at: number) => `${at % 2 ? "M7" : "Int."} : Le tour numéro ${at} de cet entretien.`
const transcript = Array.from({ length: TURNS }, (_, at) => line(at)).join("\n")

test.describe("[C46] reading a transcript again together", () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: "serial" })
  let ana: Seat
  let ben: Seat
  let place: string

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    const { owner, project } = study
    const source = await importTranscript(server, owner, project, transcript, [owner.id, study.ben.id])
    await attachRecording(server, owner, source, "seconds.ogg")
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    place = `/projects/${project}/sources/${source}/transcribe`
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
    ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
  })

  const start = (page: Page) =>
    page.getByRole("button", { name: say("transcribe.rereading.start"), exact: true })
  const banner = (page: Page) => page.locator(".reread-banner")
  const press = (page: Page, key: string) =>
    banner(page)
      .getByRole("button", { name: say(`transcribe.rereading.${key}`) })
      .click()
  const read = (page: Page) => page.locator(".turns > .turn.reread p")

  test("one begins, the other goes along by a press, and both see where", async () => {
    await ana.page.goto(place)
    await expect(turn(ana.page, 0)).toBeVisible()
    // Alone there is nobody to read with.
    await expect(start(ana.page)).toHaveCount(0)
    await ben.page.goto(place)
    await expect(turn(ben.page, 0)).toBeVisible()
    await turn(ana.page, 2).click()
    await start(ana.page).click()
    await expect(read(ana.page)).toHaveText("Le tour numéro 2 de cet entretien.")
    await expect(banner(ana.page)).toContainText(say("transcribe.rereading.alone"))
    // Who has not said so follows nobody.
    await expect(banner(ben.page)).toContainText(say("transcribe.rereading.invited", { name: "Ana" }))
    await expect(read(ben.page)).toHaveCount(0)
    await press(ben.page, "join")
    await expect(read(ben.page)).toHaveText("Le tour numéro 2 de cet entretien.")
    await expect(banner(ana.page)).toContainText(
      say("transcribe.rereading.followed", { names: "Ben", count: 1 }),
    )
    expect(await obstacles(ben.page)).toEqual([])
    expect(await obstacles(ana.page)).toEqual([])
  })

  test("the reader goes on by a key or the cursor, and what the other sees goes along", async () => {
    await ana.page.keyboard.press("Alt+ArrowDown")
    for (const { page } of [ana, ben]) await expect(read(page)).toContainText("numéro 3 ")
    await ana.page.keyboard.press("Alt+ArrowUp")
    await expect(read(ben.page)).toContainText("numéro 2 ")
    for (let at = 2; at < 45; at++) await ana.page.keyboard.press("Alt+ArrowDown")
    await expect(read(ben.page)).toContainText("numéro 45 ")
    await expect(read(ben.page)).toBeInViewport()
    await turn(ana.page, 44).click()
    await expect(read(ben.page)).toContainText("numéro 44 ")
  })

  test("the observer's remark goes in at the turn that is read, by the key of remarks", async () => {
    await turn(ben.page, 43).click()
    await ben.page.keyboard.press("Alt+p")
    await ben.page.keyboard.type("à réécouter")
    await ben.page.keyboard.press("Alt+p")
    await expect(turn(ana.page, 44)).toHaveText("Le tour numéro 44 de cet entretien. (à réécouter)")
    await expect(turn(ben.page, 43)).toHaveText("Le tour numéro 43 de cet entretien.")
  })

  test("who looks elsewhere stays there until they come back", async () => {
    await ben.page.locator(".writing > .page-scroll").hover()
    await ben.page.mouse.wheel(0, -9_000)
    await expect(turn(ben.page, 0)).toBeInViewport()
    await ana.page.keyboard.press("Alt+ArrowDown")
    await expect(read(ben.page)).toContainText("numéro 45 ")
    await expect(banner(ben.page)).toContainText(say("transcribe.rereading.away", { name: "Ana" }))
    await expect(read(ben.page)).not.toBeInViewport()
    await press(ben.page, "back")
    await expect(read(ben.page)).toBeInViewport()
  })

  test("Escape leaves, and plays no sound; the reader's key ends it, and so does leaving the page", async () => {
    await ben.page.keyboard.press("Escape")
    await expect(read(ben.page)).toHaveCount(0)
    await expect(banner(ben.page)).toHaveText("")
    await expect(ben.page.getByRole("button", { name: say("desk.player.pause") })).toBeHidden()
    await expect(banner(ana.page)).toContainText(say("transcribe.rereading.alone"))
    await ben.page.keyboard.press("Alt+r")
    await expect(read(ben.page)).toContainText("numéro 45 ")
    await ana.page.keyboard.press("Alt+r")
    for (const { page } of [ana, ben]) await expect(read(page)).toHaveCount(0)
    await start(ben.page).click()
    await press(ana.page, "join")
    await expect(read(ana.page)).toHaveCount(1)
    await ben.page.goto("about:blank")
    await expect(read(ana.page)).toHaveCount(0)
    await expect(banner(ana.page)).toHaveText("")
  })

  test("what the reader hears is where they are, while they read with others", async () => {
    await ben.page.goto(place)
    await expect(turn(ben.page, 0)).toBeVisible()
    await turn(ana.page, 5).click()
    await ana.page.keyboard.press("Control+j")
    await turn(ana.page, 0).click()
    // Alone, nobody sees where it plays.
    await ana.page.keyboard.press("Control+Space")
    await expect(ana.page.locator(".turn.sounding")).toHaveCount(1)
    await expect(banner(ben.page)).toHaveText("")
    await ana.page.keyboard.press("Alt+r")
    await press(ben.page, "join")
    const heard = await ana.page.locator(".turn.sounding p").textContent()
    await expect(read(ben.page)).toHaveText(heard!)
    await ana.page.keyboard.press("Control+Space")
  })
})

const turn = (page: Page, at: number) => page.locator(".turns > .turn p").nth(at)
