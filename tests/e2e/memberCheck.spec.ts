/**
 * A participant with a phone and no account reads what was written of their words and comments on it; their coders find
 * that where they work. And all that a link does not open.
 */
import { type BrowserContext, expect, type Page } from "@playwright/test"
import { type Seat, sitBothDown } from "../support/browsers"
import { walk } from "../support/focus"
import type { LiveServer } from "../support/liveServer"
import { obstacles } from "../support/obstacles"
import { test } from "../support/oneStudy"
import { personWith } from "../support/person"
import { importTranscript, type Study, shortTranscript } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")
const speak = wordsIn("en")

test.describe("a member check", () => {
  test.describe.configure({ mode: "serial" })
  let server: LiveServer
  let study: Study
  let source: string
  let ana: Seat
  let ben: Seat
  let phone: BrowserContext
  let page: Page
  let link: string
  const complaints: string[] = []

  test.beforeAll(async ({ browser, shared }) => {
    test.setTimeout(120_000)
    ;({ server, study } = shared)
    source = await importTranscript(server, study.owner, study.project, shortTranscript, [
      study.owner.id,
      study.ben.id,
    ])
    ;[ana, ben] = await sitBothDown(browser, server.address)
    phone = await browser.newContext({
      baseURL: server.address,
      locale: "fr-FR",
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    page = await phone.newPage()
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
  })
  test.afterAll(async () => {
    for (const context of [ana?.context, ben?.context, phone]) await context?.close()
  })

  const place = () => `/projects/${study.project}/sources/${source}`
  const commentOn = (number: number, of = page) => of.locator(`#t-${number} .comment`)
  const open = async (number: number, of = page) => {
    await commentOn(number, of).locator("summary").click()
    return commentOn(number, of).getByRole("textbox")
  }
  const send = (number: number, of = page) =>
    commentOn(number, of).getByRole("button", { name: say("memberReading.comment.send") })

  test("[K1] a link is made by who makes the transcript, who is told what it shows and which names still stand in it", async () => {
    await study.owner.ask("POST", `/api/sources/${source}/pseudonyms`, { name: "mon prédécesseur" })
    await ana.page.goto(`${place()}/code`)
    await ana.page.getByRole("link", { name: say("common.tabs.memberCheck") }).click()
    await expect(ana.page.getByRole("heading", { name: say("memberCheck.title") })).toBeVisible()
    await expect(ana.page.getByLabel(say("memberCheck.new.who")).locator("option")).toHaveText(["M7"])
    await expect(ana.page.locator(".seen")).toContainText("3 passages")
    await expect(ana.page.locator(".seen blockquote")).toContainText("On hérite.")
    await expect(ana.page.getByText(/mon prédécesseur\. La personne pourrait lire cela/)).toBeVisible()
    await ana.page.getByText(say("memberCheck.new.whole"), { exact: true }).click()
    await expect(ana.page.locator(".seen")).toContainText("« Int. »")
    await ana.page.getByText(say("memberCheck.new.own"), { exact: true }).click()
    expect(await obstacles(ana.page)).toEqual([])
    await ana.page.getByRole("button", { name: say("memberCheck.new.make") }).click()
    link = await ana.page.getByLabel(say("memberCheck.new.link")).inputValue()
    expect(link).toMatch(/\/relire\/[\w-]{43}$/)
    await expect(ana.page.getByRole("row", { name: /M7/ })).toContainText(say("memberCheck.state.sent"))
  })

  test("[K3, K4] the phone reads its own words and no others, keeps nothing, and nothing is in the way", async () => {
    await page.goto(link)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("memberReading.title"))
    expect(await page.content()).not.toContain("On hérite")
    expect(await obstacles(page)).toEqual([])
    await page.getByRole("link", { name: say("memberReading.cover.read") }).click()
    await expect(page.locator(".words")).toHaveCount(3)
    await expect(page.locator(".words").first()).toContainText("On hérite.")
    const content = await page.content()
    for (const other of ["Comment avez-vous appris", "Entretien M7", "Étude", "Ana", "Ben"])
      expect(content).not.toContain(other)
    expect(await obstacles(page)).toEqual([])
    await page.emulateMedia({ colorScheme: "dark" })
    expect(await obstacles(page)).toEqual([])
    await page.emulateMedia({ colorScheme: "light" })
    // As on a phone enlarged twice and more.
    await page.setViewportSize({ width: 195, height: 422 })
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await beyond()).toBe(0)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await phone.cookies()).toEqual([])
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    ])
    expect(kept).toEqual([0, 0, 0, 0])
  })

  test("[K5] what is written arrives, or stays in the page that says so; by keyboard too", async () => {
    const first = await open(1)
    await first.fill("Je n’ai pas dit « hôpital ».")
    await expect(commentOn(1)).toContainText(say("memberReading.comment.unsent"))
    await phone.setOffline(true)
    await send(1).click()
    await expect(commentOn(1).locator(".state.wrong")).toHaveText(say("memberReading.comment.offline"))
    await expect(first).toHaveValue("Je n’ai pas dit « hôpital ».")
    await phone.setOffline(false)
    await send(1).click()
    await expect(commentOn(1).locator(".said")).toHaveText(say("memberReading.comment.sent"))
    await expect(commentOn(1).locator(".said")).toBeFocused()
    await expect(commentOn(1).locator(".body")).toHaveText("Je n’ai pas dit « hôpital ».")

    const forth = await walk(page, "Tab")
    expect(forth).toMatchObject({ cameRound: true, unseen: [] })
    await commentOn(2).locator("summary").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Le genou <b>gauche</b>.")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(commentOn(2).locator(".body")).toHaveText("Le genou <b>gauche</b>.")
    // Changed, taken back, written again.
    await (await open(2)).fill("Le genou droit.")
    await send(2).click()
    await expect(commentOn(2).locator(".body")).toHaveText("Le genou droit.")
    await (await open(3)).fill("À retirer.")
    await send(3).click()
    await expect(commentOn(3).locator(".body")).toHaveText("À retirer.")
    await open(3)
    await commentOn(3)
      .getByRole("button", { name: say("memberReading.comment.remove") })
      .click()
    await expect(commentOn(3).locator(".said")).toHaveText(say("memberReading.comment.removed"))
    await page.reload()
    await expect(page.locator(".comment .body")).toHaveText([
      "Je n’ai pas dit « hôpital ».",
      "Le genou droit.",
    ])
    // Offline the browser says so itself, of what we asked for.
    expect(complaints.filter((each) => !each.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([])
  })

  test("[K5, K6] its coders, blind to each other, find it beside the words, at the desk and while they transcribe", async () => {
    await ben.page.goto(`${place()}/code`)
    const beside = ben.page.locator(".member-comments")
    await expect(beside).toContainText("Le genou droit.")
    const knee = beside.locator(".member-comment", { hasText: "genou droit" })
    await knee.getByRole("button", { name: say("memberCheck.outcome.label") }).click()
    await knee.getByLabel(say("memberCheck.outcome.label")).selectOption("corrected")
    await knee.getByLabel(say("memberCheck.outcome.note")).fill("genou → genou droit")
    await knee.getByRole("button", { name: say("memberCheck.outcome.save") }).click()
    await expect(knee).toContainText(`${say("memberCheck.outcome.corrected")} · genou → genou droit`)

    await study.owner.ask("POST", `/api/sources/${source}/transcribing`)
    await ana.page.goto(`${place()}/transcribe`)
    const words = ana.page.locator(".member-comments")
    await expect(words).toContainText("Je n’ai pas dit « hôpital ».")
    // A turn comes before it, and it still is about its own.
    await ana.page.locator(".ProseMirror").click()
    await ana.page.keyboard.press("ControlOrMeta+Home")
    await ana.page.keyboard.type("Bonjour.")
    await ana.page.keyboard.press("Enter")
    const saved = ana.page.getByRole("img", { name: say("transcribe.sync.saved"), exact: true })
    await expect(saved).toBeVisible()
    await words
      .locator(".member-comment", { hasText: "hôpital" })
      .getByRole("button", { name: say("memberCheck.beside.show") })
      .click()
    await expect
      .poll(() => ana.page.evaluate(() => getSelection()?.anchorNode?.textContent))
      .toContain("On hérite.")
    await page.reload()
    await expect(page.getByText(say("memberReading.text.unfinished"))).toBeVisible()
    await expect(commentOn(1).locator(".body")).toHaveText("Je n’ai pas dit « hôpital ».")
  })

  test("[K10] what is written reaches them where they sit, and stands beside the words that they discuss", async () => {
    await study.owner.ask("DELETE", `/api/sources/${source}/transcribing`)
    await ben.page.goto(`${place()}/review?at=60`)
    const beside = ben.page.locator(".member-comments")
    await expect(beside.locator(".said")).toHaveText(["Je n’ai pas dit « hôpital ».", "Le genou droit."])
    await ana.page.goto(`${place()}/member-check`)
    await expect(ana.page.locator(".member-comment")).toHaveCount(2)
    await page.reload()
    await (await open(2)).fill("Le genou, le droit.")
    await send(2).click()
    await expect(commentOn(2).locator(".body")).toHaveText("Le genou, le droit.")
    await expect(beside.locator(".said")).toHaveText(["Je n’ai pas dit « hôpital ».", "Le genou, le droit."])
    await expect(ana.page.locator(".member-comment", { hasText: "Le genou, le droit." })).toBeVisible()
    await ben.page
      .getByRole("button", { name: say("memberCheck.beside.show") })
      .last()
      .click()
    await expect(ben.page.locator(".story")).toBeVisible()
    expect(await obstacles(ben.page)).toEqual([])
  })

  test("[K5, K8] without a script, in English: read, written, and finished", async ({ browser }) => {
    const plain = await browser.newContext({
      locale: "en-GB",
      javaScriptEnabled: false,
      baseURL: server.address,
    })
    const reader = await plain.newPage()
    await reader.goto(`${link}/texte`)
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(speak("memberReading.title"))
    await reader.getByRole("link", { name: "Français" }).click()
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(say("memberReading.title"))
    await (await open(3, reader)).fill("Et de la fatigue.")
    await send(3, reader).click()
    await expect(commentOn(3, reader).locator(".body")).toHaveText("Et de la fatigue.")
    await reader.locator(".finish summary").click()
    await reader.getByRole("button", { name: say("memberReading.finish.act") }).click()
    await expect(reader.locator(".notice").first()).toContainText("Vous avez terminé")
    await expect(reader.locator("form")).toHaveCount(0)
    await plain.close()
    // The phone that had it open cannot change anything any more, and keeps what it typed.
    await (await open(2)).fill("Trop tard.")
    await send(2).click()
    await expect(commentOn(2).locator(".state.wrong")).toHaveText(say("memberReading.comment.ended"))
    await expect(commentOn(2).getByRole("textbox")).toHaveValue("Trop tard.")
    await ana.page.goto(`${place()}/member-check`)
    await expect(ana.page.getByRole("row", { name: /M7/ })).toContainText("rendu le")
    await expect(ana.page.locator(".reported")).toContainText(say("memberCheck.figures.returned"))
    await expect(ana.page.locator(".member-comment")).toHaveCount(3)
    await ana.page.goto(`/projects/${study.project}`)
    const counted = ana.page.locator(`a[href="${place()}/member-check"]`)
    await expect(counted).toHaveText(say("overview.checks", { sent: 1, opened: 1, returned: 1, comments: 3 }))
    const beyond = () => ana.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await ana.page.setViewportSize({ width: 390, height: 844 })
    expect(await beyond(), "needs no sideways scrolling").toBe(0)
    await counted.click()
    await expect(ana.page.locator(".member-comment")).toHaveCount(3)
    expect(await beyond(), "needs no sideways scrolling").toBe(0)
    await ana.page.setViewportSize({ width: 1440, height: 1000 })
    expect(await obstacles(ana.page)).toEqual([])
  })

  test("[K2, K3] ended, it leads nowhere, as one that never was; it opens no room; its page is shown by nobody else", async () => {
    const ask = async (address: string, init: RequestInit = {}) => {
      const answer = await fetch(address, { redirect: "manual", ...init })
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")![1]!
      const headers = [...answer.headers].filter(([name]) => name !== "date").sort()
      const whole = JSON.stringify([answer.status, headers, await answer.text()])
      return { status: answer.status, headers: answer.headers, same: whole.replaceAll(nonce, "N") }
    }
    const good = await ask(`${link}/texte`)
    expect(good.status).toBe(200)
    const policy = good.headers.get("content-security-policy")!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|script-src 'self'/)
    expect(Object.fromEntries(good.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "x-robots-tag": expect.stringContaining("noindex"),
    })
    expect(good.headers.getSetCookie()).toEqual([])

    const secret = link.split("/").at(-1)!
    const stranger = personWith(server.address, `next-auth.session-token=${secret}`)
    for (const room of [`source/${source}`, `review/${source}`, `notes/${source}`])
      await expect(stranger.room(room)).rejects.toThrow("4401")
    await study.owner.room(`source/${source}`).then((room) => room.close())
    expect((await stranger.call("GET", `/api/sources/${source}/transcript`)).status).toBe(401)

    await ana.page.getByRole("button", { name: say("memberCheck.links.revokeOf", { label: "M7" }) }).click()
    await ana.page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("memberCheck.links.revoke"), exact: true })
      .click()
    await expect(ana.page.getByRole("alertdialog")).toHaveCount(0)
    await page.goto(link)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("memberReading.gone.title"))
    expect(await obstacles(page)).toEqual([])
    const unknown = `${server.address}/relire/${"A".repeat(43)}`
    for (const path of ["", "/texte"]) {
      const [ended, never] = [await ask(link + path), await ask(unknown + path)]
      expect(ended.status).toBe(404)
      expect(ended.same).toBe(never.same)
    }
    const post = { method: "POST", body: new URLSearchParams({ act: "finish" }) }
    expect((await ask(`${link}/texte`, post)).same).toBe((await ask(`${unknown}/texte`, post)).same)
    expect(server.output()).not.toContain(secret)
  })
})
