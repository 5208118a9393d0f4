/**
 * The desk and the transcript's page for who hears them, uses no mouse, or reads them twice as big: turns with what is
 * coded in them as text, stripes by one stop of Tab and arrows, as many as lie side by side; words found anywhere.
 */
import { expect, type Page } from "@playwright/test"
import { type Seat, sitDown } from "../support/browsers"
import { completePassage, workIs } from "../support/codingAlone"
import { focused } from "../support/focus"
import { codeMany } from "../support/manyCodings"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { attachRecording, importTranscript, PASSWORD } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const SAID =
  "La fois suivante il y a le genou, il y a la tension. Je vois la ligne à chaque fois sur l’écran et je n’ai pas envie d’ouvrir cette porte, parce que derrière il y a de la peur, la sienne d’abord, et un peu la mienne, et que le quart d’heure est passé depuis longtemps quand on en arrive là."
const transcript = `Int. : Et la fois suivante ?\nM7 : ${SAID}\nInt. : Derrière cette porte ?\nM7 : De la peur.`
const words = SAID.split(" ")
/** Fourteen, each inside the one before it. */
const coded = Array.from({ length: 14 }, (_, at) => ({
  code: `thème ${at + 1}`,
  words: words.slice(at, words.length - at).join(" "),
}))

test.describe("[C48] desk and transcript, reached by anybody", () => {
  let ana: Seat
  let source: string
  let place: string

  test.beforeAll(async ({ browser, shared: { server, study } }) => {
    test.setTimeout(300_000)
    const { owner, ben, project } = study
    source = await importTranscript(server, owner, project, transcript, [owner.id, ben.id])
    await attachRecording(server, owner, source, "seconds.ogg")
    place = `/projects/${project}/sources/${source}`
    await codeMany(owner, source, coded)
    await codeMany(ben, source, [{ code: "peur", words: "De la peur." }])
    ana = await sitDown(browser, server.address, { email: "ana@example.org", password: PASSWORD })
  })
  test.afterAll(() => ana?.context.close())
  test.beforeEach(async () => {
    await ana.page.setViewportSize({ width: 1440, height: 1000 })
    await ana.page.goto(`${place}/code`)
    await workIs(ana.page).saved()
    await expect(ana.page.locator(".stripe").first()).toBeVisible()
  })

  test("fourteen lanes are all there, apart from each other and from the words, and named where one comes to them", async () => {
    const { page } = ana
    await expect(page.locator(".stripe")).toHaveCount(14)
    await expect(page.locator(".more-lanes")).toHaveCount(0)
    const boxes = await page
      .locator(".stripe")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
    const lefts = boxes.map(({ left }) => left).sort((one, other) => one - other)
    for (const [at, left] of lefts.entries())
      if (at > 0) expect(left).toBeGreaterThanOrEqual(lefts[at - 1]! + boxes[0]!.width + 2)
    const beside = await page.locator(".turn .speaker").first().boundingBox()
    expect(lefts.at(-1)! + boxes[0]!.width).toBeLessThan(beside!.x)
    const side = await page.locator(".side.left").boundingBox()
    expect(lefts[0]).toBeGreaterThan(side!.x + side!.width)
    const third = page.getByRole("button", { name: /^thème 3, Ana/ })
    const nameShown = () =>
      third.evaluate((stripe) => getComputedStyle(stripe, "::before").content.replaceAll('"', ""))
    expect(await nameShown()).toBe("none")
    await third.hover()
    await expect.poll(nameShown).toBe("thème 3")
  })

  test("stripes are one stop of Tab; arrows go from one to the next, each says code, coder, words and turn", async () => {
    const { page } = ana
    await page.locator(".turns").focus()
    let stops = 0
    for (let times = 0; times < 60; times++) {
      await page.keyboard.press("Tab")
      const isStripe = await page.evaluate(() => document.activeElement?.matches(".stripe") ?? false)
      if (isStripe) stops += 1
      else if (stops > 0) break
    }
    expect(stops).toBe(1)
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Home")
    const names: string[] = []
    for (let times = 0; times < 14; times++) {
      names.push((await focused(page)).label)
      await page.keyboard.press("ArrowDown")
    }
    expect(names.map((name) => /^(thème \d+), Ana\s: \S.*, tour 2$/u.exec(name)?.[1]).sort()).toEqual(
      coded.map(({ code }) => code).sort(),
    )
    // The last is the last; back up, and chosen by Enter.
    expect((await focused(page)).label).toBe(names.at(-1))
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    const chosen = page.locator(".stripe[aria-pressed=true]")
    await expect(chosen).toHaveAccessibleName(names.at(-2)!)
    expect(await obstacles(page)).toEqual([])
  })

  test("a turn is heard in a list, with who speaks, its words, and then what is coded there and flagged", async ({
    browser,
    shared: { server },
  }) => {
    const { page } = ana
    await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Codé\s: thème 1, Ana ; /u))
    await completePassage(page)
    const ben = await sitDown(browser, server.address, { email: "ben@example.org", password: PASSWORD })
    await ben.page.goto(`${place}/code`)
    await workIs(ben.page).saved()
    await completePassage(ben.page)
    await ben.context.close()
    const lines = () => heard(page)
    const flag = say("common.kind.omission")
    await expect.poll(lines).toContainEqual(expect.stringMatching(new RegExp(`thème 1, Ana, ${flag}`, "u")))
    const all = await lines()
    const at = all.indexOf("De la peur.")
    expect(all[at - 1]).toBe("M7")
    expect(all[at + 1]).toMatch(new RegExp(`^Codé\\s: peur, Ben, ${flag}$`, "u"))
    // Heard, and in the way of nobody who looks for words of the interview.
    expect(await found(page, "thème 1, Ana")).toBe(false)
    expect(await found(page, "De la peur.")).toBe(true)
  })

  test("twice as big, everything is there and scrolls one way", async ({ shared: { server, study } }) => {
    const { page } = ana
    const pages = [
      { path: "/code", needed: ["#main", ".dock", ".player"] },
      { path: "/transcribe", needed: [".turns", ".speakers", ".player", ".writing-head"] },
    ]
    await page.setViewportSize({ width: 720, height: 450 })
    const second = await importTranscript(server, study.owner, study.project, transcript, [
      study.owner.id,
      study.ben.id,
    ])
    await study.owner.ask("POST", `/api/sources/${second}/transcribing`)
    for (const { path, needed } of pages) {
      const from = path === "/transcribe" ? place.replace(source, second) : place
      await page.goto(from + path)
      for (const part of needed) await expect(page.locator(part).first()).toBeAttached()
      await expect(page.locator(".turn p").first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      const sideways = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("main, .page-scroll, header, .side")]
          .filter((each) => each.offsetParent && each.scrollWidth > each.clientWidth + 1)
          .map((each) => each.className),
      )
      expect(sideways).toEqual([])
      const room = (await page.locator("#main").boundingBox())!
      expect(room.height).toBeGreaterThan(200)
      const text = (await page.locator(".turn p").first().boundingBox())!
      expect(text.x).toBeGreaterThanOrEqual(0)
      expect(text.x + text.width).toBeLessThanOrEqual(720)
      expect(await obstacles(page)).toEqual([])
    }
  })

  test("find in page finds words anywhere in 1,500 turns, at the desk and where it is written", async ({
    shared: { server, study },
  }) => {
    test.setTimeout(120_000)
    const { owner, ben, project } = study
    const turns = Array.from(
      { length: 1_500 },
      (_, at) => `${at % 2 ? "M7" : "Int."} : Réponse ${at} de la file.`,
    )
    turns[1_487] = "M7 : Le clafoutis aux mirabelles."
    const long = await importTranscript(server, owner, project, turns.join("\n"), [owner.id, ben.id])
    const { page } = ana
    const seen = async () => {
      expect(await found(page, "clafoutis aux cerises")).toBe(false)
      expect(await found(page, "clafoutis aux mirabelles")).toBe(true)
      // Where it is, it is drawn: the browser has a place to lead to.
      const { height } = await page.evaluate(() =>
        getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON(),
      )
      expect(height).toBeGreaterThan(10)
    }
    await page.goto(`/projects/${project}/sources/${long}/code`)
    // The last turns come behind the first.
    await expect(page.locator("p[data-turn]")).toHaveCount(1_500)
    await seen()
    await owner.ask("POST", `/api/sources/${long}/transcribing`)
    await page.goto(`/projects/${project}/sources/${long}/transcribe`)
    await expect(page.locator(".turn p").first()).toBeVisible()
    await seen()
  })
})

/** What a program that reads the page aloud is told of the transcript, piece by piece. */
async function heard(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send("Accessibility.getFullAXTree")
  await client.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const said: string[] = []
  const read = (id: string, isInList: boolean) => {
    const node = byId.get(id)
    if (!node) return
    const isHere = isInList || node.role?.value === "listitem"
    if (isHere && node.role?.value === "StaticText") said.push(String(node.name?.value ?? ""))
    for (const child of node.childIds ?? []) read(child, isHere)
  }
  read(nodes[0]!.nodeId, false)
  return said
}

/** As the browser's own search finds it, from the beginning of the page. */
function found(page: Page, wanted: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    window.getSelection()?.removeAllRanges()
    return (window as unknown as { find(words: string): boolean }).find(wanted)
  }, wanted)
}
