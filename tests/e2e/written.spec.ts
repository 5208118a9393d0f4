/** Whatever people wrote, wherever it can be written: a page shows it, and runs and builds nothing of it. */
import { rm } from "node:fs/promises"
import { expect, type Page, test } from "@playwright/test"
import { eq } from "drizzle-orm"
import { account, disagreement, project } from "../../db/schema"
import { sitDown } from "../support/browsers"
import { type CanaryStudy, openCanaryStudy } from "../support/canaryStudy"
import { openTestApp, PASSWORD } from "../support/testApp"
import { startServer, type TestServer } from "../support/testServer"

test.use({ trace: "off" })

/** Leaves an attribute's quotes, a style's and a script's block, and a Markdown link; one word, as names are. */
const written = `"'></style></script><svg/onload=document.documentElement.dataset.ran=1><i/data-built>[a](javascript:alert)`

/** What came of it in a page: nothing, or what ran and what was built. */
const came = (page: Page) =>
  page.evaluate(() => ({
    ran: document.documentElement.dataset.ran === "1",
    built: document.querySelectorAll("[data-built], svg[onload], a[href^='javascript:']").length,
  }))
const nothing = { ran: false, built: 0 }

let server: TestServer
let folder: string
let study: CanaryStudy
let flag: string

test.beforeAll(async () => {
  test.setTimeout(300_000)
  const app = await openTestApp({}, "disk")
  folder = app.dataDir
  study = await openCanaryStudy(app, written)
  const { db } = app.services
  await db.update(account).set({ name: written }).where(eq(account.id, study.ana.id))
  await db.update(project).set({ question: written }).where(eq(project.id, study.project))
  const [row] = await db.select().from(disagreement).where(eq(disagreement.source, study.source))
  flag = encodeURIComponent(row!.id)
  await app.leave()
  server = await startServer({ dataDir: folder })
})
test.afterAll(async () => {
  await server?.end()
  await rm(folder, { recursive: true, force: true })
})

test("markup that is built is noticed, and a script that runs where a page forbids none", async ({
  page,
}) => {
  await page.setContent(`<title>t</title>${written}`)
  await expect.poll(() => came(page)).toEqual({ ran: true, built: 2 })
})

test("[S45] every screen shows it as text", async ({ browser }) => {
  const { page, context } = await sitDown(browser, server.origin, {
    email: study.ana.email,
    password: PASSWORD,
  })
  const inProject = `/projects/${study.project}`
  const inSource = `${inProject}/sources/${study.source}`
  const screens = [
    "/projects",
    inProject,
    `${inProject}/members`,
    `${inProject}/settings`,
    `${inProject}/audit`,
    `${inProject}/tree`,
    "/account",
    `${inSource}/code`,
    `${inSource}/passages`,
    `${inSource}/erase`,
    `${inSource}/review`,
    `${inSource}/review?flag=${flag}`,
  ]
  for (const screen of screens) {
    await page.goto(screen)
    const shown = page.getByText("data-built").or(page.locator('input[value*="data-built"]')).first()
    await expect(shown, screen).toBeAttached()
    await page.waitForLoadState("networkidle")
    expect({ screen, ...(await came(page)) }).toEqual({ screen, ...nothing })
  }
  await page.goto(`${inProject}/tree`)
  await page.getByRole("treegrid").getByRole("row").nth(1).click()
  await expect(page.getByText(/was Doctor/).first()).toBeVisible()
  expect(await came(page)).toEqual(nothing)
  await context.close()
})
