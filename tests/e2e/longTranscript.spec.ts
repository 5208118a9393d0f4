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

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    const { owner, project } = study
    const source = await importTranscript(server, owner, project, transcript, [owner.id, study.ben.id])
    place = `/projects/${project}/sources/${source}/code`
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
})
