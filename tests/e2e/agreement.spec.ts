/** Agreement as a coder reads it: nothing before the reveal, then figures that a count of the words finds again. */
import { readFile } from "node:fs/promises"
import { expect, type Locator, type Page } from "@playwright/test"
import { textSpan, wordsOf } from "../../core/text"
import { type Seat, sitWith, troublesIn } from "../support/browsers"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import type { Person } from "../support/person"
import { importTranscript, join, shortTranscript } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("[A14, A15, A20, A21] agreement of a project", () => {
  // The second looks at what the first had revealed.
  test.describe.configure({ mode: "serial" })
  let ana: Person
  let dora: Person
  let observer: Person
  let project: string
  let source: string
  let codes: Record<"heriter" | "peur" | "porte", string>
  let seat: Seat

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    ana = study.owner
    ;({ id: project } = await ana.ask("POST", "/api/projects", { name: "Accord", approach: "thematic" }))
    dora = await join(server, ana, project, "coder", "Dora")
    observer = await join(server, ana, project, "observer", "Odile")
    const code = async (name: string) =>
      (await ana.ask("POST", `/api/projects/${project}/codes`, { name })).id as string
    codes = { heriter: await code("hériter"), peur: await code("peur"), porte: await code("porte close") }
    source = await importTranscript(server, ana, project, shortTranscript, [ana.id, dora.id])
    seat = await sitWith(browser, server.address, dora)
  })
  test.afterAll(() => seat?.context.close())

  const place = () => `/projects/${project}/agreement`

  async function handIn(who: Person, marks: readonly (readonly [string, string])[]) {
    const { passages } = await who.ask("GET", `/api/sources/${source}`)
    await who.ask("POST", `/api/sources/${source}/hand-ins`, {
      passage: passages[0].id,
      codings: marks.map(([code, quote], at) => ({
        id: `${who.id}-${at}`,
        code,
        anchor: { start: null, end: null, quote, prefix: "", suffix: "" },
      })),
      suggestedCodes: [],
      idempotencyKey: `${who.id}-agreement`,
    })
  }

  /** From the export: κ of a code counted word by word. */
  async function countedByWord(code: string) {
    const { sources } = await ana.ask("GET", `/api/projects/${project}/export?format=json`)
    const table = { both: 0, first: 0, second: 0, neither: 0 }
    for (const { text, handIns } of sources[0].reveals) {
      const words = wordsOf(text)
      const has = (coder: string, at: number) =>
        handIns
          .find((each: { coder: string }) => each.coder === coder)
          .codings.some((coding: { code: string; words: { from: number; to: number } }) => {
            const { from, to } = textSpan(words, coding.words)
            return coding.code === code && from < words[at]!.to && words[at]!.from < to
          })
      for (const at of words.keys()) {
        const [one, other] = [has(ana.id, at), has(dora.id, at)]
        table[one && other ? "both" : one ? "first" : other ? "second" : "neither"]++
      }
    }
    const { both, first, second, neither } = table
    const n = both + first + second + neither
    const expected = ((both + first) * (both + second) + (neither + second) * (neither + first)) / n ** 2
    return { ...table, kappa: ((both + neither) / n - expected) / (1 - expected) }
  }

  test("tells nothing before the reveal; then first what to talk about, figures that a count of words finds again, and drawings to keep", async () => {
    const { page } = seat
    const troubles = troublesIn(page)
    await handIn(ana, [
      [codes.heriter, "On hérite. C’est mon prédécesseur, ou l’hôpital"],
      [codes.peur, "De la peur, je crois. La sienne d’abord"],
      [codes.porte, "ouvrir cette porte"],
    ])
    await page.goto(place())
    await expect(page.getByRole("heading", { name: say("agreement.nothing.title") })).toBeVisible()
    for (const word of ["hériter", "peur", "Ana"])
      await expect(page.getByRole("main")).not.toContainText(word)
    expect(await obstacles(page)).toEqual([])

    await handIn(dora, [
      [codes.heriter, "On hérite. C’est mon prédécesseur"],
      [codes.peur, "Je vois la ligne à chaque fois sur l’écran et je n’ai pas envie d’ouvrir cette porte"],
      [codes.peur, "De la peur"],
    ])
    await page.goto(`${place()}?unit=word&coefficient=kappa`)
    const table = page.getByRole("table", { name: say("agreement.table.caption") })
    await expect(table.getByRole("rowheader").first()).toContainText("peur")
    await expect(table.getByRole("rowheader")).toHaveCount(3)
    // Ana alone used it: κ is 0, and said so in words.
    await expect(lineOf(table, "porte close")).toContainText(
      say("agreement.warning.oneCoder", { name: "Ana" }),
    )
    for (const [name, code] of [
      ["hériter", codes.heriter],
      ["peur", codes.peur],
    ] as const) {
      const counted = await countedByWord(code)
      const cells = await lineOf(table, name).getByRole("cell").allInnerTexts()
      expect(counted.both).toBeGreaterThan(0)
      expect([cells[2], cells[4]]).toEqual([`${counted.both}`, french(counted.kappa)])
    }

    // A line opens on sentences; one of them is the hand count.
    await lineOf(table, "hériter").getByRole("button", { name: "hériter" }).press("Enter")
    const { both, first, second } = await countedByWord(codes.heriter)
    await expect(
      page.getByText(
        say("agreement.figures.jaccard.say", {
          units: "mots",
          n: Math.round((100 * both) / (both + first + second)),
        }),
      ),
    ).toBeVisible()
    await expect(page).toHaveURL(/code=/)
    expect(await obstacles(page)).toEqual([])

    // Another unit and another variant stand in the address, and hold when the page is loaded again.
    await page.getByRole("button", { name: say("agreement.choose.act") }).click()
    await page.getByLabel(say("agreement.unit.label"), { exact: true }).selectOption("character")
    await expect(page.getByText(say("agreement.scope.unit.character"))).toBeVisible()
    await page.getByLabel("porte close", { exact: true }).uncheck()
    await expect(table.getByRole("rowheader")).toHaveCount(2)
    await page
      .getByRole("radiogroup", { name: say("agreement.variant.label") })
      .getByText(say("agreement.variant.harmonised"))
      .click()
    await expect(page.getByText(say("agreement.variant.harmonisedNote"))).toBeVisible()
    await page.reload()
    await expect(page.getByText(say("agreement.variant.harmonisedNote"))).toBeVisible()
    await expect(table.getByRole("rowheader")).toHaveCount(2)

    // From a code, a source and a place of the text to what differs there, and back to all of it.
    await page.goto(place())
    await lineOf(table, "porte close")
      .getByRole("link", { name: say("agreement.disputes.ofCode", { count: 1, code: "porte close" }) })
      .click()
    const narrowed = page.getByText(
      say("review.narrowed.only", { what: say("review.narrowed.code", { code: "porte close" }) }),
    )
    await expect(narrowed).toBeVisible()
    const list = page.getByRole("complementary", { name: say("review.list.title") })
    await expect(list.getByRole("button", { name: /porte close/ })).toHaveCount(1)
    // Fear was cut differently elsewhere, which has nothing to do with it.
    const boundaries = list.getByText(say("review.list.boundaries"))
    await expect(boundaries).toHaveCount(0)
    await list.getByRole("button", { name: /porte close/ }).click()
    await expect(page).toHaveURL(new RegExp(`flag=.*code=${codes.porte}`))
    await page.reload()
    await expect(narrowed).toBeVisible()
    expect(await obstacles(page)).toEqual([])
    await page.getByRole("button", { name: say("review.narrowed.widen") }).click()
    await expect(narrowed).toHaveCount(0)
    await expect(page).not.toHaveURL(/code=/)
    await expect(boundaries).toBeVisible()

    await page.goto(place())
    const along = page.getByRole("list", {
      name: say("agreement.disputes.alongOf", { source: "Entretien M7" }),
    })
    const tenth = along.getByRole("link").first()
    const { from } = Object.fromEntries(
      new URLSearchParams((await tenth.getAttribute("href"))!.split("?")[1]),
    )
    expect(from).toMatch(/\.\d+$/)
    await expect(page.getByRole("table", { name: say("agreement.unmatched.caption") })).toHaveCount(0)
    await page.getByRole("button", { name: /^Montrer ces \d+ unités de sens$/ }).click()
    const unmatched = page.getByRole("table", { name: say("agreement.unmatched.caption") })
    await expect(unmatched).toContainText("« d’ouvrir cette porte. »")
    expect(await obstacles(page)).toEqual([])
    await unmatched.locator("tr", { hasText: "« d’ouvrir cette porte. »" }).getByRole("link").click()
    await expect(page.getByText(/^Seulement/)).toContainText("porte close")
    await expect(list.getByRole("button", { name: /porte close/ })).toHaveCount(1)

    // Bands come only when asked for, under their author's name.
    await expect(page.getByText(/Landis/)).toHaveCount(0)
    await page.goto(`${place()}?unit=word&coefficient=kappa&bands=landisKoch&tool=nvivo`)
    await expect(table).toContainText(say("agreement.bands.scale.landisKoch"))
    await expect(page.getByText(say("agreement.tools.nvivo.average.differs"))).toBeVisible()
    await page.getByRole("button", { name: say("agreement.compare.take") }).click()
    await expect(page).not.toHaveURL(/unit=/)

    // Drawings stand alone: no class, no variable, the letters inside.
    const drawing = say("agreement.heat.caption", { coefficient: say("agreement.coefficient.kappa") })
    await expect(page.getByRole("img", { name: drawing })).toBeVisible()
    const svg = (await kept(page, drawing, "svg")).toString()
    expect(svg).toContain("hériter")
    expect(svg).toContain("font/woff2")
    expect(svg).not.toMatch(/class=|var\(--/)
    const legend = [...svg.matchAll(/<rect[^>]*fill="(rgb[^"]+)"/g)].map(([, colour]) => colour)
    expect(new Set(legend).size).toBeGreaterThanOrEqual(5)
    const png = await kept(page, drawing, "png")
    expect(png.subarray(1, 4).toString()).toBe("PNG")
    expect(png.length).toBeGreaterThan(5_000)

    for (const [language, words] of [
      ["fr", /kappa|alpha/],
      ["en", /Agreement/],
    ] as const) {
      const name = say(`agreement.methods.${language === "fr" ? "french" : "english"}`)
      await page.getByText(name, { exact: true }).click()
      await expect(page.locator(".methods-paragraph")).toContainText(words)
    }
    const csv = (await kept(page, drawing, "csv")).toString()
    expect(csv).toContain("hériter")
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(table).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await obstacles(page)).toEqual([])
    expect(troubles).toEqual([])

    // An address that was sent on, and asks for what is there no more.
    await page.goto(`${place()}?sources=gone`)
    await expect(page.getByText(say("agreement.failed.address"))).toBeVisible()
    await page.getByRole("button", { name: say("agreement.failed.usual") }).click()
    await expect(table).toBeVisible()
  })

  test("leads to no review that its reader may not open", async ({ browser, shared: { server } }) => {
    const emil = await join(server, ana, project, "coder", "Emil")
    const other = await sitWith(browser, server.address, emil)
    await other.page.goto(place())
    const table = other.page.getByRole("table", { name: say("agreement.table.caption") })
    await expect(lineOf(table, "porte close").getByRole("cell").nth(3)).toHaveText("1")
    await expect(other.page.getByRole("main").locator("a[href*='/review']")).toHaveCount(0)
    await seat.page.goto(place())
    await expect(seat.page.getByRole("main").locator("a[href*='/review']").first()).toBeAttached()
    await other.context.close()
  })

  test("is no page for an observer; where it is unwelcome it says why, and its owner may show it", async ({
    browser,
    shared: { server },
  }) => {
    const other = await sitWith(browser, server.address, observer)
    const refused = await other.page.goto(place())
    expect(refused?.status()).toBe(404)
    await other.page.goto(`/projects/${project}`)
    const screens = other.page.getByRole("navigation", { name: say("common.screens") })
    await expect(screens.getByRole("link", { name: say("common.tabs.guide") })).toBeVisible()
    await expect(screens.getByRole("link", { name: say("common.tabs.agreement") })).toHaveCount(0)
    await other.context.close()

    const owner = await sitWith(browser, server.address, ana)
    await owner.page.goto(`/projects/${project}/settings`)
    const reporting = owner.page.getByRole("region", { name: say("agreement.title") })
    await reporting.getByText(say("agreement.setting.hidden"), { exact: true }).click()
    await reporting.getByRole("button", { name: say("common.save") }).click()
    await expect(owner.page.getByText(say("projectSettings.saved"))).toBeVisible()
    const { page } = seat
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.goto(place())
    await expect(page.getByRole("heading", { name: say("agreement.hidden.title") })).toBeVisible()
    await expect(page.locator(".methods-paragraph")).not.toBeEmpty()
    await expect(page.getByText(say("agreement.hidden.owner"))).toBeVisible()
    await expect(page.getByRole("button", { name: say("agreement.hidden.show") })).toHaveCount(0)
    expect(await obstacles(page)).toEqual([])
    await owner.page.goto(place())
    await owner.page.getByRole("button", { name: say("agreement.hidden.show") }).click()
    const dialog = owner.page.getByRole("alertdialog")
    await dialog.getByRole("button", { name: say("agreement.hidden.show") }).click()
    await expect(owner.page.getByRole("table", { name: say("agreement.table.caption") })).toBeVisible()
    await owner.context.close()
  })
})

const lineOf = (table: Locator, code: string) =>
  table.locator("tr", { has: table.page().getByRole("button", { name: code, exact: true }) })

const french = (value: number) => value.toFixed(2).replace(".", ",").replace("-", "−")

/** What the menu of a drawing keeps. */
async function kept(page: Page, drawing: string, what: "svg" | "png" | "csv"): Promise<Buffer> {
  await page.getByRole("button", { name: say("agreement.drawing.saveAs", { title: drawing }) }).click()
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: say(`agreement.drawing.${what}`) }).click(),
  ])
  return readFile(await file.path())
}
