/** A transcript of many turns: the first of them come with the page, the others behind it, and each can be worked on. */
import { expect, type Page } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { codeWords, workIs } from "../support/codingAlone"
import { test } from "../support/oneStudy"
import { importTranscript, PASSWORD } from "../support/study"

const TURNS = 420
const transcript = Array.from(
  { length: TURNS },
  (_, at) =>
    `${at % 2 === 0 ? "Int." : "M7"} : Phrase ${at + 1} de cet entretien, avec le mot rare ${at + 1}.`,
).join("\n")

test.describe("[C48] a long transcript", () => {
  let ben: Seat
  let place: string
  /** Opens it to corrections, and answers where they are made. */
  let writing: () => Promise<string>

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    const { owner, project } = study
    const source = await importTranscript(server, owner, project, transcript, [owner.id, study.ben.id])
    const shown = `/projects/${project}/sources/${source}`
    place = `${shown}/code`
    writing = async () => {
      await owner.ask("POST", `/api/sources/${source}/transcribing`)
      return `${shown}/transcribe`
    }
    ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
  })
  test.afterAll(() => ben?.context.close())

  const turns = (page: Page) => page.locator("p[data-turn]")

  test("comes with its first turns, and is there to its last, which is coded like the others", async () => {
    const { page } = ben
    const sent = await (await ben.context.request.get(place)).text()
    expect(sent.split("data-turn=").length - 1).toBeLessThan(TURNS / 2)
    expect(sent).toContain(`mot rare ${TURNS}.`)
    await page.goto(place)
    await expect(turns(page)).toHaveCount(TURNS)
    await expect(turns(page).last()).toHaveText(new RegExp(`mot rare ${TURNS}\\.$`, "u"))
    await workIs(page).saved()
    await codeWords(page, `Phrase ${TURNS} de cet entretien`, "clôture")
    const coding = page.getByRole("button", { name: /^clôture, .*Phrase 420/u })
    await expect(coding).toBeVisible()
    await workIs(page).saved()
    await page.reload()
    await expect(turns(page)).toHaveCount(TURNS)
    await turns(page).last().scrollIntoViewIfNeeded()
    await expect(coding).toBeVisible()
  })

  test("opens where a link leads, however far that is", async () => {
    const { page } = ben
    const before = transcript.split("\n").map((line) => line.replace(/^\S+ : /u, ""))
    const at = before.slice(0, TURNS - 20).join("\n").length + 1
    await page.goto(`${place}?at=${at}`)
    await expect(turns(page).nth(TURNS - 20)).toBeInViewport()
    await expect(turns(page)).toHaveCount(TURNS)
    await expect(turns(page).nth(TURNS - 20)).toBeInViewport()
  })

  test("is read before it can be written in, at the same place", async () => {
    const { page } = ben
    const address = await writing()
    const sent = await (await ben.context.request.get(address)).text()
    expect(sent.split('class="first-turn').length - 1).toBeLessThan(TURNS / 2)
    expect(sent).toContain("mot rare 1.")
    // What is needed to write does not come before one has read.
    let come = () => {}
    const whenRead = new Promise<void>((resolve) => {
      come = resolve
    })
    await page.routeWebSocket(/\/collab\/source/u, async (socket) => {
      await whenRead
      socket.connectToServer()
    })
    await page.goto(address)
    const first = page.locator(".first-turns > .first-turn")
    await expect(first.nth(3)).toHaveText(/mot rare 4\.$/u)
    await page.waitForLoadState("networkidle")
    const read = await first.nth(7).boundingBox()
    await first
      .nth(5)
      .locator("p")
      .dblclick({ position: { x: 12, y: 12 } })
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe("Phrase")
    // Typed before there is an editor, it is there with it, where it was typed.
    await first.nth(2).locator("p").click()
    await page.keyboard.press("Home")
    await page.keyboard.type("Bien sûr. ")
    await expect(first.nth(2)).toHaveText(/^Bien sûr\. Phrase/u)
    await first
      .nth(5)
      .locator("p")
      .dblclick({ position: { x: 12, y: 12 } })
    come()
    const written = page.locator(".turns > .turn")
    await expect(written).toHaveCount(TURNS)
    await expect(first).toHaveCount(0)
    await expect(written.nth(2)).toHaveText(/^Bien sûr\. Phrase 3 de cet/u)
    expect(await written.nth(7).boundingBox()).toEqual(read)
    await expect.poll(() => page.evaluate(() => String(getSelection()).trim())).toBe("Phrase")
    await page.keyboard.type("Propos")
    await expect(written.nth(5)).toHaveText(/^Propos ?6 de cet entretien/u)
    for (let act = 0; act < 4; act++) await page.keyboard.press("Control+z")
    await expect(written.nth(2)).toHaveText(/^Phrase 3 de cet/u)
  })
})
