/**
 * From an empty server to two people coding: the first account, a project, two links, a Word document with its
 * recording, its speakers put right, its passages cut, and the other's desk with sound. Then the files that cannot be
 * read, and the ways out.
 */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type BrowserContext, expect, type Page, test } from "@playwright/test"
import { type LiveServer, startLiveServer } from "../support/liveServer"
import { DOCX_TYPE, interviewRuns, wordFile, zipBomb } from "../support/wordFile"
import { type Language, wordsIn } from "../support/words"

const password = "un mot de passe assez long"
const fixture = (path: string) => join(import.meta.dirname, "../fixtures", path)

interface Given {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

for (const language of ["fr", "en"] as const satisfies readonly Language[]) {
  test.describe(`a newcomer (${language})`, () => {
    test.describe.configure({ mode: "serial" })
    const say = wordsIn(language)
    let server: LiveServer
    let ana: Page
    let ben: Page
    let claire: Page
    let project: string
    const contexts: BrowserContext[] = []

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(300_000)
      server = await startLiveServer()
      const sit = async () => {
        const locale = language === "fr" ? "fr-FR" : "en-GB"
        const context = await browser.newContext({ baseURL: server.address, locale })
        contexts.push(context)
        return context.newPage()
      }
      ana = await sit()
      ben = await sit()
      claire = await sit()
    })
    test.afterAll(async () => {
      for (const context of contexts) await context.close()
      await server?.stop()
    })

    async function fillAccount(page: Page, name: string, create: string): Promise<void> {
      await page.getByLabel(say("signin.name")).fill(name)
      await page.getByLabel(say("signin.email")).fill(`${name.toLowerCase()}@example.org`)
      await page.getByLabel(say("signin.newPassword"), { exact: true }).fill(password)
      await page.getByRole("button", { name: create }).click()
      await page.waitForURL(/\/projects/)
    }

    /** The end of the sentence that counts the words read and those kept. */
    const keptWords = say("source.kept.words", { words: 2, inTurns: 2, turns: 2, structure: 2 })
      .split(". ")
      .at(-1)!
    const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ }).first()
    const choose = (page: Page, ...files: (Given | string)[]) =>
      page
        .getByLabel(say("source.files.choose"))
        .and(page.locator("input"))
        .setInputFiles(files as Given[])

    test("the link that the server printed makes the first account", async () => {
      const link = /first-account\/\S+/.exec(server.output())![0]
      await claire.goto(link)
      await expect(claire.getByRole("heading", { name: say("signin.first.title") })).toBeVisible()
      await ana.goto(link)
      await fillAccount(ana, "Ana", say("signin.first.create"))
      // There is nothing here yet but a first project to be made.
      await expect(ana).toHaveURL(/\/projects\/new$/)
    })

    test("the link makes one account only, and says so to who comes later", async () => {
      await claire.getByLabel(say("signin.name")).fill("Claire")
      await claire.getByLabel(say("signin.email")).fill("claire@example.org")
      await claire.getByLabel(say("signin.newPassword"), { exact: true }).fill(password)
      await claire.getByRole("button", { name: say("signin.first.create") }).click()
      await expect(alert(claire)).toHaveText(say("errors.problem.invitation-used"))
      await expect(claire.getByLabel(say("signin.name"))).toHaveValue("Claire")
      await claire.reload()
      await expect(claire.getByText(say("signin.first.gone"))).toBeVisible()
    })

    test("a project needs a name and an approach", async () => {
      await ana.getByLabel(say("projects.new.name"), { exact: true }).fill("Ordonnances")
      // With its hint: another approach begins with the same words.
      const approach = ["name", "hint"].map((part) => say(`projects.approach.thematic.${part}`)).join(" ")
      await ana.getByRole("radio", { name: approach }).check({ force: true })
      await ana.getByRole("button", { name: say("projects.new.create") }).click()
      await ana.waitForURL(/\/projects\/(?!new)[^/]+$/)
      project = new URL(ana.url()).pathname
      await expect(ana.getByRole("heading", { name: say("overview.first.title") })).toBeVisible()
    })

    test("a coder and a supervisor join by a link of their own", async () => {
      for (const [page, name, role] of [
        [ben, "Ben", "coder"],
        [claire, "Claire", "supervisor"],
      ] as const) {
        await ana.goto(`${project}/members`)
        await ana.getByLabel(say("members.invite.role"), { exact: true }).selectOption(role)
        await ana.getByRole("button", { name: say("members.invite.make") }).click()
        const link = await ana.getByLabel(say("members.invite.link")).inputValue()
        expect(new URL(link).origin).toBe(server.address)
        await page.goto(link)
        await expect(page.getByText("Ordonnances").first()).toBeVisible()
        await fillAccount(page, name, say("signin.invitation.create"))
        expect(new URL(page.url()).pathname).toBe(project)
      }
      await ana.reload()
      await expect(ana.getByText("claire@example.org").first()).toBeVisible()
    })

    test("files that cannot be read say why, and what was typed stays", async () => {
      await ana.goto(`${project}/sources/new`)
      await choose(ana, {
        name: "m4.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Int. : Oui ?\nM4 : Non."),
      })
      const title = ana.getByLabel(say("source.about.name"), { exact: true })
      await title.fill("Entretien du lundi")
      const where = ana.getByLabel(say("source.about.where"), { exact: true })
      await where.fill("Au cabinet")
      for (const [name, buffer, sentence] of [
        ["vide.docx", Buffer.alloc(0), "errors.transcript.empty-file"],
        ["abime.docx", wordFile(interviewRuns(2)).subarray(0, 180), "errors.transcript.broken-docx.damaged"],
        ["faux.docx", Buffer.from("pas un document"), "errors.transcript.broken-docx.not-a-zip"],
        [
          "image.txt",
          Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
          "errors.transcript.unknown-format.image",
        ],
      ] as const) {
        await choose(ana, { name, mimeType: name.endsWith("docx") ? DOCX_TYPE : "text/plain", buffer })
        await expect(alert(ana)).toHaveText(say(sentence))
      }
      await choose(ana, { name: "bombe.docx", mimeType: DOCX_TYPE, buffer: zipBomb() })
      await expect(alert(ana)).toHaveText(say("errors.transcript.too-large.unpacked", { limit: 64 }))
      await choose(ana, { name: "vide.mp3", mimeType: "audio/mpeg", buffer: Buffer.alloc(0) })
      await expect(ana.getByText(say("source.files.soundEmpty", { name: "vide.mp3" }))).toBeVisible()
      await choose(ana, {
        name: "m4.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Int. : Oui ?\nM4 : Non."),
      })
      await expect(title).toHaveValue("Entretien du lundi")
      await expect(where).toHaveValue("Au cabinet")
    })

    test("a program that calls itself a recording is not taken, and nothing typed is lost", async () => {
      const program = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(4000, 7)])
      await choose(ana, { name: "entretien.mp3", mimeType: "audio/mpeg", buffer: program })
      await chooseCoders()
      await ana.getByRole("button", { name: say("source.new.keep") }).click()
      await expect(alert(ana)).toHaveText(say("errors.problem.unknown-recording"))
      await expect(ana.getByLabel(say("source.about.where"), { exact: true })).toHaveValue("Au cabinet")
      await expect(ana.getByLabel(say("source.coders.b"), { exact: true })).not.toHaveValue("")
    })

    test("the accents of an old text file are right", async () => {
      await choose(ana, fixture("transcripts/entretien-p2-windows-1252.txt"))
      const preview = ana.getByRole("region", { name: say("source.preview.title") })
      await expect(preview).toContainText("C’était après le décès de mon mari.")
      await expect(preview).toContainText("ça me ferait mal au cœur", { ignoreCase: true })
    })

    test("a Word document and its recording are dropped; the speakers are put right", async () => {
      await ana.goto(`${project}/sources/new`)
      await drop(ana, [
        { name: "entretien_m7.docx", mimeType: DOCX_TYPE, buffer: wordFile(interviewRuns(12)) },
        { name: "seconds.ogg", mimeType: "audio/ogg", buffer: await readFile(fixture("audio/seconds.ogg")) },
      ])
      await expect(ana.getByText("entretien_m7.docx")).toBeVisible()
      await expect(ana.getByText("seconds.ogg")).toBeVisible()
      for (const label of ["Int.", "M7"]) {
        await expect(labelLine(ana, label)).toContainText(say("source.speakers.count", { count: 12 }))
      }
      // "Problème :" stands once before a colon, and is no speaker.
      const apart = ana.locator("details")
      await apart.locator("summary").click()
      const words = apart.getByRole("radiogroup", {
        name: say("source.speakers.speaksOf", { label: "Problème" }),
      })
      await expect(words.getByRole("radio", { name: say("source.speakers.text") })).toBeChecked()
      const kept = ana.locator("p").filter({ hasText: keptWords }).first()
      await expect(kept).toBeVisible()
      const [read, inTurns, , structure] = ((await kept.textContent()) ?? "")
        .replace(/(\d)[\s.,]+(?=\d{3}\b)/g, "$1")
        .match(/\d+/g)!
        .map(Number)
      expect(read).toBeGreaterThan(500)
      expect(inTurns! + structure!).toBe(read)
      await labelLine(ana, "Int.").getByLabel(say("source.speakers.interviewer")).check()
      const name = labelLine(ana, "M7").getByLabel(say("source.speakers.name"))
      await name.fill("Médecin 7")
      await name.press("Enter")
      const preview = ana.getByRole("region", { name: say("source.preview.title") })
      await expect(preview.getByText("Médecin 7").first()).toBeVisible()
      await expect(preview.locator("li.interviewer").first()).toContainText("Int.")
    })

    test("who codes and when each sees the other is chosen; then it is kept", async () => {
      await expect(ana.getByLabel(say("source.about.name"), { exact: true })).toHaveValue("Entretien m7")
      for (const radio of await ana.locator("input[name=blindness]").all())
        await expect(radio).not.toBeChecked()
      await chooseCoders()
      await ana.getByRole("button", { name: say("source.new.keep") }).click()
      await ana.waitForURL(/\/passages$/, { timeout: 60_000 })
    })

    test("a border moves by keyboard", async () => {
      const border = ana.getByRole("separator", { name: say("source.passages.border", { number: 2 }) })
      const before = Number(await border.getAttribute("aria-valuenow"))
      await border.focus()
      await border.press("ArrowUp")
      await border.press("ArrowUp")
      await expect(border).toHaveAttribute("aria-valuenow", String(before - 2))
      await expect(border).toBeFocused()
      await ana.getByRole("button", { name: say("source.passages.save") }).click()
      await expect(ana.getByRole("link", { name: say("source.passages.next") })).toBeVisible()
      await ana.reload()
      await expect(border).toHaveAttribute("aria-valuenow", String(before - 2))
    })

    test("the overview shows it, with its length", async () => {
      await ana.goto(project)
      const row = ana.getByRole("row").filter({ hasText: "Entretien m7" })
      await expect(row).toBeVisible()
      await expect(row).toContainText(/1:00|1 min/)
    })

    test("the other coder opens the desk, and the recording plays", async () => {
      await ben.goto(project)
      await ben
        .getByRole("link", { name: /Entretien m7/ })
        .first()
        .click()
      await ben.waitForURL(/\/code/)
      await expect(ben.getByText("Réponse 1.").first()).toBeVisible()
      const player = ben.getByRole("group", { name: say("desk.player.label") })
      await expect(player).toContainText(/1:00/)
      await player.getByRole("button", { name: say("desk.player.play") }).click()
      await expect(player.getByRole("button", { name: say("desk.player.pause") })).toBeVisible()
      await expect(player.locator(".num").first()).not.toHaveText(/^0?0:00$/, { timeout: 20_000 })
    })

    test("a wrong password is said in one sentence", async () => {
      await claire.context().clearCookies()
      await claire.goto("/sign-in")
      await claire.getByLabel(say("signin.email")).fill("claire@example.org")
      await claire.getByLabel(say("signin.password")).fill("pas le bon mot de passe")
      await claire.getByRole("button", { name: say("signin.enter") }).click()
      await expect(alert(claire)).toHaveText(say("signin.failed.wrong"))
      await expect(claire.getByLabel(say("signin.email"))).toHaveValue("claire@example.org")
    })

    test("signing out ends the session, also for who copied its cookie", async () => {
      await ben.goto("/projects")
      const cookies = await ben.context().cookies()
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
      const asked = () => fetch(`${server.address}/api/projects`, { headers: { cookie } })
      expect((await asked()).status).toBe(200)
      await ben.getByRole("button", { name: say("common.account", { name: "Ben" }) }).click()
      await ben.getByRole("menuitem", { name: say("common.signOut") }).click()
      await ben.waitForURL(/\/sign-in/)
      expect((await asked()).status).toBe(401)
    })

    const labelLine = (page: Page, label: string) =>
      page.locator("ul.labels > li").filter({
        has: page.getByRole("radiogroup", { name: say("source.speakers.speaksOf", { label }), exact: true }),
      })

    async function chooseCoders(): Promise<void> {
      await ana.getByLabel(say("source.coders.a"), { exact: true }).selectOption({ label: "Ana" })
      await ana.getByLabel(say("source.coders.b"), { exact: true }).selectOption({ label: "Ben" })
      await ana
        .getByRole("radio", { name: new RegExp(`^${say("source.coding.policy.passage.name")}`) })
        .check({ force: true })
    }
  })
}

/** Drops files on the place for them, as a hand does. */
async function drop(page: Page, files: readonly Given[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    bytes: buffer.toString("base64"),
  }))
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, mimeType, bytes } of given) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
      data.items.add(new File([content], name, { type: mimeType }))
    }
    return data
  }, sent)
  await page.locator(".drop").dispatchEvent("dragover", { dataTransfer: transfer })
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer })
}
