/** Every screen of the product, as the demo project fills it: where it is, who sees it, and when it is there. */
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test"
import { selectWords, sitDown } from "./browsers"
import { type LiveServer, startLiveServer } from "./liveServer"
import { startServer, type TestServer } from "./testServer"
import type { Language, wordsIn } from "./words"

const password = "binome-demo"
type Somebody = "ana" | "claire"
type Who = "nobody" | Somebody
type Say = ReturnType<typeof wordsIn>

export interface Look {
  readonly language: Language
  readonly theme: "light" | "dark"
  readonly width: number
}

export interface DemoPlaces {
  readonly origin: string
  readonly project: string
  /** The interview that is coded by both; the flag of it that is open. */
  readonly source: string
  readonly flag: string
  /** The interview nobody has begun. */
  readonly untouched: string
  readonly invitation: string
  /** Where a server without accounts welcomes; whole, since it is another server. */
  readonly firstAccount: string
}

export interface Demo {
  readonly places: DemoPlaces
  /** A browser of somebody's who is signed in already. */
  sit(who: Who, look: Look): Promise<{ readonly context: BrowserContext; readonly page: Page }>
  stop(): Promise<void>
}

export interface Screen {
  readonly name: string
  readonly who: Who
  open(page: Page, places: DemoPlaces, say: Say): Promise<void>
}

/** The demo server, everybody signed in once, and an empty server beside it for the first account. */
export async function startDemo(browser: Browser): Promise<Demo> {
  const server = await startServer({ dataDir: "", args: ["--demo"], env: { DEMO_PASSWORD: password } })
  const empty = await startLiveServer()
  const stop = async () => {
    await server.end()
    await empty.stop()
  }
  try {
    return { ...(await enter(browser, server, empty)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function enter(browser: Browser, server: TestServer, empty: LiveServer): Promise<Omit<Demo, "stop">> {
  const ana = await sitDown(browser, server.origin, { email: "coder-a@demo.local", password })
  const claire = await sitDown(browser, server.origin, { email: "supervisor@demo.local", password })
  const kept = { ana: await ana.context.storageState(), claire: await claire.context.storageState() }
  const ask = async (path: string) => (await ana.context.request.get(`/api${path}`)).json()
  const { projects } = await ask("/projects").then((all) => ({ projects: all.projects ?? all }))
  const project = `/projects/${projects[0].id}`
  const { sources } = await ask(project)
  const review = await ask(`/sources/${sources[0].id}/review`)
  const different = Object.values<any>(review.flags).find((flag) => flag.quote.includes("Je n’ose pas"))
  const invited = await ana.context.request.post(`/api${project}/members`, {
    data: { role: "supervisor" },
    headers: { origin: server.origin },
  })
  const { secret } = await invited.json()
  await ana.context.close()
  await claire.context.close()
  return {
    places: {
      origin: server.origin,
      project,
      source: `${project}/sources/${sources[0].id}`,
      flag: different.id,
      untouched: `${project}/sources/${sources[1].id}`,
      invitation: `/invitations/${secret}`,
      firstAccount: empty.address + /\/first-account\/\S+/.exec(empty.output())![0],
    },
    async sit(who, { language, theme, width }) {
      const context = await browser.newContext({
        baseURL: server.origin,
        locale: language === "fr" ? "fr-FR" : "en-GB",
        viewport: { width, height: width < 600 ? 844 : 1000 },
        reducedMotion: "reduce",
        ...(who === "nobody" ? {} : { storageState: kept[who] }),
      })
      for (const url of [server.origin, empty.address]) {
        await context.addCookies([{ name: "theme", value: theme, url }])
      }
      return { context, page: await context.newPage() }
    },
  }
}

const heading = (page: Page, name: string) =>
  expect(page.getByRole("heading", { name }).first()).toBeVisible()
const text = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()

const desk = async (page: Page, { source }: DemoPlaces) => {
  await page.goto(`${source}/code`)
  await expect(page.locator(".stripe").first()).toBeVisible()
  await expect(page.getByRole("button", { name: /renouveler sans choisir/ }).first()).toBeAttached()
}

const review = async (page: Page, { source, flag }: DemoPlaces) => {
  await page.goto(`${source}/review?flag=${encodeURIComponent(flag)}`)
  await text(page, /Je n’ose pas/)
}

export const screens: readonly Screen[] = [
  {
    name: "sign-in",
    who: "nobody",
    async open(page, _, say) {
      await page.goto("/sign-in")
      await heading(page, say("signin.title"))
    },
  },
  {
    name: "first-account",
    who: "nobody",
    async open(page, { firstAccount }, say) {
      await page.goto(firstAccount)
      await heading(page, say("signin.first.title"))
    },
  },
  {
    name: "invitation",
    who: "nobody",
    async open(page, { invitation }, say) {
      await page.goto(invitation)
      await expect(page.getByRole("button", { name: say("signin.invitation.create") })).toBeVisible()
    },
  },
  {
    name: "projects",
    who: "ana",
    async open(page, _, say) {
      await page.goto("/projects")
      await heading(page, say("projects.title"))
    },
  },
  {
    name: "new-project",
    who: "ana",
    async open(page, _, say) {
      await page.goto("/projects/new")
      await heading(page, say("projects.new.title"))
    },
  },
  {
    name: "new-source",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/sources/new`)
      await heading(page, say("source.new.title"))
    },
  },
  {
    name: "new-source-preview",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/sources/new`)
      await page
        .getByLabel(say("source.files.choose"))
        .and(page.locator("input"))
        .setInputFiles("tests/fixtures/transcripts/entretien-m4.txt")
      await expect(page.getByRole("region", { name: say("source.preview.title") })).toBeVisible()
    },
  },
  {
    name: "passages",
    who: "ana",
    async open(page, { untouched }, say) {
      await page.goto(`${untouched}/passages`)
      await heading(page, say("source.passages.title"))
    },
  },
  {
    name: "passages-fixed",
    who: "ana",
    async open(page, { source }, say) {
      await page.goto(`${source}/passages`)
      await heading(page, say("source.passages.title"))
    },
  },
  {
    name: "overview",
    who: "ana",
    async open(page, { project }) {
      await page.goto(project)
      await text(page, "Entretien M7")
    },
  },
  {
    name: "members",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/members`)
      await heading(page, say("members.title"))
    },
  },
  {
    name: "project-settings",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/settings`)
      await heading(page, say("projectSettings.title"))
    },
  },
  {
    name: "project-settings-read",
    who: "claire",
    async open(page, { project }, say) {
      await page.goto(`${project}/settings`)
      await text(page, say("projectSettings.readOnly"))
    },
  },
  {
    name: "audit",
    who: "claire",
    async open(page, { project }, say) {
      await page.goto(`${project}/audit`)
      await heading(page, say("safety.audit.title"))
    },
  },
  {
    name: "erase",
    who: "ana",
    async open(page, { source }, say) {
      await page.goto(`${source}/erase`)
      await heading(page, say("safety.erase.title"))
    },
  },
  {
    name: "member-check",
    who: "ana",
    async open(page, { source }, say) {
      await page.goto(`${source}/member-check`)
      await heading(page, say("memberCheck.title"))
    },
  },
  {
    name: "account",
    who: "ana",
    async open(page) {
      await page.goto("/account")
      await expect(page.getByRole("heading").first()).toBeVisible()
    },
  },
  {
    name: "desk-blind",
    who: "ana",
    async open(page, places, say) {
      await desk(page, places)
      await page
        .getByRole("region", { name: say("desk.passage.number", { number: 6 }) })
        .scrollIntoViewIfNeeded()
    },
  },
  {
    name: "desk-popover",
    who: "ana",
    async open(page, places, say) {
      await desk(page, places)
      await selectWords(page, "parfois le frère et la sœur")
      await expect(page.getByRole("combobox", { name: say("desk.popover.field") })).toBeVisible()
    },
  },
  {
    name: "desk-revealed",
    who: "ana",
    async open(page, places) {
      await desk(page, places)
      await page.goto(`${places.source}/code?at=200`)
      await expect(page.locator(".stripe").first()).toBeVisible()
    },
  },
  {
    name: "review-list",
    who: "ana",
    async open(page, { source }, say) {
      await page.goto(`${source}/review`)
      await text(page, say("review.list.open"))
    },
  },
  { name: "review-flag", who: "ana", open: review },
  {
    name: "review-dialog",
    who: "ana",
    async open(page, places, say) {
      await review(page, places)
      await page.getByRole("button", { name: say("review.refer.button", { name: "Claire" }) }).click()
      await expect(page.getByRole("dialog")).toBeVisible()
    },
  },
  {
    name: "queue",
    who: "claire",
    async open(page, { project }, say) {
      await page.goto(`${project}/queue`)
      await expect(page.getByRole("button", { name: say("arbitration.send") })).toBeVisible()
    },
  },
  {
    name: "tree",
    who: "claire",
    async open(page, { project }) {
      await page.goto(`${project}/tree`)
      await expect(page.getByRole("treegrid").getByRole("row").nth(3)).toBeVisible()
    },
  },
  {
    name: "agreement",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/agreement`)
      await expect(
        page.getByRole("heading", { name: say("agreement.table.title"), exact: true }),
      ).toBeVisible()
    },
  },
  {
    name: "participants",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/participants`)
      await expect(page.getByRole("grid", { name: say("participants.sheet") })).toBeVisible()
    },
  },
  {
    name: "memos",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/memos`)
      await page.getByRole("button", { name: /Hériter n’est pas renouveler/ }).click()
      const words = page.getByRole("textbox", { name: say("projectMemos.text") })
      await expect(words).toContainText("Hériter dit d’où vient le traitement")
    },
  },
  {
    name: "memo-begun",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/members`)
      await page.getByRole("button", { name: say("projectMemos.new") }).click()
      await expect(page.getByRole("textbox", { name: say("projectMemos.text") })).toBeVisible()
    },
  },
  {
    name: "guide",
    who: "ana",
    async open(page, { project }, say) {
      await page.goto(`${project}/guide`)
      const begin = page.getByRole("button", { name: say("guide.beginNext") })
      const first = page.getByRole("textbox", { name: say("guide.question", { number: 1 }), exact: true })
      await expect(begin.or(first)).toBeVisible()
      if (await begin.isVisible()) await begin.click()
      await first.fill("Comment avez-vous appris à renouveler ces traitements ?")
      await expect(page.getByText(say("guide.saving.saved"), { exact: true })).toBeVisible()
    },
  },
  {
    name: "tree-node",
    who: "claire",
    async open(page, { project }) {
      await page.goto(`${project}/tree`)
      await page.getByRole("treegrid").getByText("renouveler sans choisir").first().click()
      await text(page, /On hérite|Il y a un bouton|Renouveler, c’est/)
    },
  },
]
