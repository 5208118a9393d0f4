/** The table of participants: typed, pasted, imported, counted; who withdraws; and the people of an event noted live. */
import { expect, type Page } from "@playwright/test"
import type { Sample } from "../../core/participants/model"
import { type Seat, sitDown, troublesIn } from "../support/browsers"
import { test } from "../support/oneStudy"
import { PASSWORD, type Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const words = (key: string, values?: Record<string, string | number>) => say(`participants.${key}`, values)

test.describe("participants", () => {
  let study: Study
  let ana: Seat
  let page: Page
  let event: string
  let troubles: string[]

  test.beforeAll(async ({ browser, shared }) => {
    test.setTimeout(120_000)
    study = shared.study
    ana = await sitDown(browser, shared.server.address, { email: "ana@example.org", password: PASSWORD })
    page = ana.page
    troubles = troublesIn(page)
    event = await anEvent(shared.server.address, study, "Groupe des participants")
  })
  test.afterAll(async () => {
    await ana?.context.close()
  })

  const place = () => `/projects/${study.project}/participants`
  const table = (): Promise<Sample> => study.owner.ask("GET", `/api${place()}`)
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`)
  const headings = () => page.getByRole("columnheader").allInnerTexts()
  const columnNamed = async (name: string) => (await headings()).indexOf(name)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const letters = () => expect.poll(async () => (await table()).participants.map(({ letter }) => letter))
  async function paste(text: string) {
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData("text/plain", pasted)
      const pasting = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
      document.activeElement!.dispatchEvent(pasting)
    }, text)
  }
  const figure = (step: string) =>
    page.locator(".people-flow > div", { hasText: words(`figures.flow.${step}`) }).locator("dd")

  test("[Q3, Q4, Q5, Q6, Q7] is typed by keys, pasted and imported with a preview, taken back, and counted", async () => {
    await page.goto(`/projects/${study.project}`)
    await page.getByRole("link", { name: say("common.tabs.participants"), exact: true }).click()
    await expect(page.getByText(words("empty.title"))).toBeVisible()

    // Typed: Tab goes to the right, Enter down.
    await cell(0, 0).click()
    await page.keyboard.type("E1")
    await press("Tab")
    await page.keyboard.type("recr")
    await press("Tab", "Tab")
    await page.keyboard.type("groupe des part")
    await press("Tab", "Tab")
    await page.keyboard.type("venue")
    await press("Enter")
    await expect(cell(1, 5)).toBeFocused()
    await expect(cell(0, 1)).toHaveText("recruté·e")
    await expect(cell(0, 3)).toHaveText("Groupe des participants")
    await expect(cell(0, 4)).toHaveText("E1")
    await expect(cell(0, 5)).toHaveText("venu·e")
    await expect
      .poll(async () => (await table()).participants)
      .toMatchObject([
        {
          letter: "E1",
          recruitment: "recruited",
          seats: [{ source: event, letter: "E1", attendance: "came" }],
        },
      ])

    // What cannot stand in a cell is said where it is typed, and Escape leaves the cell as it was.
    await press("Control+Home")
    await page.keyboard.type("Jeanne")
    await press("Enter")
    await expect(page.getByRole("gridcell").getByRole("alert")).toHaveText(words("wrong.not-a-letter"))
    await press("Escape")
    await expect(cell(0, 0)).toHaveText("E1")
    await expect(cell(0, 0)).toBeFocused()

    // A variable of one's own.
    await page.getByRole("button", { name: words("variable.add"), exact: true }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel(words("variable.name")).fill("Âge")
    await dialog.getByLabel(words("variable.unit")).fill("ans")
    await dialog.getByRole("button", { name: words("variable.make") }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(headings).toContain("Âge (ans)")
    const age = await columnNamed("Âge (ans)")

    // A cell that is cleared comes back by one key.
    await cell(0, age).click()
    await page.keyboard.type("40")
    await press("Enter")
    await press("ArrowUp", "Delete")
    await expect(cell(0, age)).toHaveText("")
    await press("Control+z")
    await expect(cell(0, age)).toHaveText("40")

    // A block: nothing of it is kept while a cell does not fit.
    const block = "Lettre\tEntretien ou groupe\tPrésence\tÂge\tSexe"
    await cell(0, 0).click()
    await paste(`${block}\nE2\tGroupe des participants\tvenu\tcinquante\tfemme`)
    await expect(dialog.getByRole("alert")).toContainText(words("wrong.not-a-number"))
    await expect(dialog.getByRole("button", { name: words("import.do", { count: 1 }) })).toBeDisabled()
    await press("Escape")
    await letters().toEqual(["E1"])
    await cell(0, 0).click()
    await paste(
      `${block}\nE1\tGroupe des participants\tvenu\t40\tfemme\nE2\tGroupe des participants\tvenue\t50\tfemme\nE3\tGroupe des participants\ten retard\t60\thomme\nE4\t\t\t\t`,
    )
    await expect(dialog).toContainText(words("import.variables", { count: 1, names: "Sexe" }))
    await dialog.getByRole("button", { name: words("import.do", { count: 4 }) }).click()
    await expect(dialog).toHaveCount(0)
    await letters().toEqual(["E1", "E2", "E3", "E4"])
    await expect.poll(headings).toContain("Sexe")
    // Taken back whole, and imported as a file instead.
    await page.getByRole("button", { name: words("undo"), exact: true }).click()
    await letters().toEqual(["E1"])
    await expect(cell(1, 0)).toHaveText("+")
    await expect.poll(headings).not.toContain("Sexe")
    const file = { name: "p.csv", mimeType: "text/csv", buffer: Buffer.from("") }
    await page.locator("input[type=file]").setInputFiles({
      ...file,
      buffer: Buffer.from(
        "Lettre;Entretien ou groupe;Présence;Âge (ans);Sexe\nE1;Groupe des participants;venu;40;femme\nE2;Groupe des participants;venue;50;femme\nE3;Groupe des participants;en retard;60;homme\nE4;;;;\n",
      ),
    })
    await dialog.getByRole("button", { name: words("import.do", { count: 4 }) }).click()
    await letters().toEqual(["E1", "E2", "E3", "E4"])

    // The figures, by hand: 40, 50, 60.
    await expect(figure("approached")).toHaveText("4")
    await expect(figure("tookPart")).toHaveText("3")
    const sentence = page.locator(".people-copied p.verbatim")
    await expect(sentence).toContainText("moyenne 50 ans (écart-type 10), médiane 50 [45")
    await expect(sentence).toContainText("femme 2 (66,7")
    await expect(sentence).toContainText("Sur 4 personnes sollicitées, 3 ont accepté (75")
    const csv = await page.request.get(`/api${place()}?format=csv&language=fr`)
    expect(await csv.text()).toContain('"E3","sollicité·e","","Groupe des participants","E3","en retard"')
    await page.reload()
    await expect(cell(2, age)).toHaveText("60")

    // A variable that goes takes its values along, for who has been told how many.
    await page.getByRole("button", { name: "Sexe", exact: true }).click()
    await dialog.getByRole("button", { name: words("variable.remove", { count: 3 }) }).click()
    await expect(dialog.getByRole("alert")).toHaveText(words("variable.removing", { count: 3 }))
    await dialog.getByRole("button", { name: words("variable.removeSure") }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(headings).not.toContain("Sexe")
  })

  test("[Q2, Q12] without a line what is typed stays and is saved once there is one; a name of the key is refused, and the cell is as it was", async () => {
    await study.owner.ask("POST", `/api/sources/${event}/pseudonyms`, { name: "Octavie" })
    await page.goto(place())
    await cell(1, 2).click()
    await ana.context.setOffline(true)
    for (const [row, text] of ["sans ligne", "encore", "chez Octavie"].entries()) {
      await cell(row, 2).click()
      await page.keyboard.type(text)
      await press("Enter")
    }
    await expect(page.getByText(words("waits.line"))).toBeVisible()
    await expect(cell(1, 2)).toHaveText("encore")
    // A dialog is told at once, and what was typed in it stays.
    await page.getByRole("button", { name: words("variable.add"), exact: true }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel(words("variable.name")).fill("Ancienneté")
    await dialog.getByRole("button", { name: words("variable.make") }).click()
    await expect(dialog.getByRole("alert")).toBeVisible()
    await expect(dialog.getByLabel(words("variable.name"))).toHaveValue("Ancienneté")
    await press("Escape")
    await ana.context.setOffline(false)
    await expect(page.getByText(words("waits.line"))).toHaveCount(0)
    await expect(page.getByText("« chez Octavie »", { exact: false })).toBeVisible()
    await expect
      .poll(async () => (await table()).participants.slice(0, 3).map(({ why }) => why))
      .toEqual(["sans ligne", "encore", ""])
    await expect(cell(2, 2)).toHaveText("")
    await cell(3, 2).click()
    await page.keyboard.type("chez Octavie")
    await press("Enter")
    await expect(page.getByText(words("wrong.a-name"))).toBeVisible()
    await expect(cell(3, 2)).toHaveText("")
    expect((await table()).participants[3]!.why).toBe("")
  })

  test("[Q11] who takes part is taken over into the live notes, and who was late is told the table", async () => {
    await page.goto(`/projects/${study.project}/sources/${event}/live#prepare`)
    await page.getByRole("button", { name: words("live.take", { letters: "E1, E2, E3" }) }).click()
    for (const letter of ["E1", "E2", "E3"])
      await expect(page.getByLabel(say("notes.people.presence", { letter }))).toBeVisible()
    await page.getByRole("button", { name: say("notes.clock.begin") }).click()
    await page.getByLabel(say("notes.people.presence", { letter: "E2" })).selectOption("absent")
    await page.getByRole("button", { name: words("live.tell", { who: "E2 absent·e" }) }).click()
    await expect(page.getByText(words("live.told"))).toBeVisible()
    expect((await table()).participants[1]!.seats[0]!.attendance).toBe("absent")
  })

  test("[Q9] who withdraws leaves the figures; what stands from them is told, and their line goes", async () => {
    await page.goto(place())
    await expect(figure("sample")).toHaveText("2")
    await cell(2, 0).click()
    await page.getByRole("button", { name: words("withdraw.act", { letter: "E3" }) }).click()
    const dialog = page.getByRole("dialog")
    await expect(dialog).toContainText("Groupe des participants")
    await expect(dialog.getByRole("link", { name: words("withdraw.erase") })).toBeVisible()
    await dialog.getByText("tout effacer").click()
    await dialog.getByRole("button", { name: words("withdraw.note") }).click()
    await expect(dialog).toHaveCount(0)
    await expect(figure("sample")).toHaveText("1")
    expect((await table()).participants[2]).toMatchObject({ letter: "E3", withdrawal: "erasure" })
    await cell(2, 0).click()
    await page.getByRole("button", { name: words("remove.act", { letter: "E3" }) }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: words("remove.do") })
      .click()
    await letters().toEqual(["E1", "E2", "E4"])
    expect(troubles).toEqual([])
  })
})

/** An event that is prepared: a source with no words yet. */
async function anEvent(address: string, { owner, project }: Study, title: string): Promise<string> {
  const form = new FormData()
  const fields = { title, kind: "focus-group", begins: "event", coders: JSON.stringify([owner.id]) }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await fetch(`${address}/api/projects/${project}/sources`, {
    method: "POST",
    body: form,
    headers: { cookie: owner.cookie, origin: address },
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}
