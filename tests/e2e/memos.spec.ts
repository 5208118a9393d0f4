/** Two browsers that write one memo at once; one that is private; a line that is gone; a definition made of a memo. */
import { expect, type Page } from "@playwright/test"
import { type Seat, sitBothDown } from "../support/browsers"
import type { LiveServer } from "../support/liveServer"
import { test } from "../support/oneStudy"
import type { Study } from "../support/study"
import { wordsIn } from "../support/words"

const say = wordsIn("fr")

test.describe("memos of a project", () => {
  let server: LiveServer
  let study: Study
  let ana: Seat
  let ben: Seat

  test.beforeAll(async ({ browser, shared }) => {
    ;({ server, study } = shared)
    ;[ana, ben] = await sitBothDown(browser, server.address)
  })
  test.afterAll(async () => {
    await ana?.context.close()
    await ben?.context.close()
  })

  const place = () => `/projects/${study.project}/memos`
  const make = async (fields: object): Promise<string> => {
    const body = { idempotencyKey: `${Math.random()}`.slice(2), ...fields }
    return (await study.owner.ask("POST", `/api${place()}`, body)).id
  }
  const openBoth = async (memo: string) => {
    for (const { page } of [ana, ben]) {
      await page.goto(`${place()}?memo=${memo}`)
      await expect(words(page)).toBeVisible()
    }
  }

  test("[M2] a shared memo is written by two at once, who see where the other is; undo is one's own; a line that comes back brings what was typed", async () => {
    const memo = await make({ title: "Peur du vide", sharing: "shared", kind: "reflexive" })
    await openBoth(memo)
    await words(ana.page).click()
    await ana.page.keyboard.type("# Ce que dit Ana")
    await ana.page.keyboard.press("Enter")
    await ana.page.keyboard.type("Premier mot.")
    await expect(words(ben.page).getByRole("heading", { name: "Ce que dit Ana" })).toBeVisible()
    await expect(caret(ben.page)).toHaveText("Ana")
    await words(ben.page).getByText("Premier mot.").click()
    await ben.page.keyboard.press("End")
    await ben.page.keyboard.press("Enter")
    await Promise.all([
      ana.page.keyboard.type(" Encore Ana."),
      ben.page.keyboard.type("Et Ben, en même temps."),
    ])
    const both = ["Ce que dit Ana", "Premier mot. Encore Ana.", "Et Ben, en même temps."]
    for (const { page } of [ana, ben]) await expect.poll(() => blocks(page)).toEqual(both)
    await expect(caret(ana.page)).toHaveText("Ben")
    // Undo takes back Ben's words and none of Ana's, though hers came later.
    await ana.page.keyboard.type(" Après.")
    await expect.poll(() => blocks(ben.page)).toContain("Premier mot. Encore Ana. Après.")
    await ben.page.keyboard.press("ControlOrMeta+z")
    await expect.poll(async () => (await blocks(ana.page)).join(" ")).not.toContain("Et Ben")
    for (const { page } of [ana, ben])
      await expect.poll(async () => (await blocks(page)).join(" ")).toContain("Encore Ana. Après.")
    await ben.page.getByRole("button", { name: say("richText.redo") }).click()
    await expect.poll(async () => (await blocks(ana.page)).join(" ")).toContain("Et Ben, en même temps.")

    // Without a line Ben writes on; the page says so, and closes without asking.
    await saved(ben.page)
    await ben.context.setOffline(true)
    await ben.page.keyboard.press("ControlOrMeta+End")
    await ben.page.keyboard.type(" Hors ligne.")
    await expect(ben.page.getByText(say("common.sync.hereOffline"))).toBeVisible()
    await ana.page.keyboard.type(" Pendant ce temps.")
    await saved(ana.page)
    await ben.context.setOffline(false)
    for (const { page } of [ana, ben]) {
      await expect.poll(async () => (await blocks(page)).join(" ")).toContain("Hors ligne.")
      await expect.poll(async () => (await blocks(page)).join(" ")).toContain("Pendant ce temps.")
    }
    await saved(ben.page)
    // What was left on the device is sent from whatever page is open.
    await ben.context.setOffline(true)
    await ben.page.keyboard.type(" Puis parti.")
    await expect(ben.page.getByText(say("common.sync.hereOffline"))).toBeVisible()
    await ben.context.setOffline(false)
    await ben.page.goto(`/projects/${study.project}`)
    await expect.poll(async () => (await blocks(ana.page)).join(" ")).toContain("Puis parti.")
  })

  test("[M1] a private one is found by its author alone, by its words too, until it is shared", async () => {
    const memo = await make({ title: "Pour moi" })
    await ana.page.goto(`${place()}?memo=${memo}`)
    await words(ana.page).click()
    await ana.page.keyboard.type("Une intuition sur l’épuisement.")
    await saved(ana.page)
    await ben.page.goto(`${place()}?memo=${memo}`)
    await expect(ben.page.getByRole("heading", { name: say("projectMemos.title") })).toBeVisible()
    await expect(ben.page.getByText("Pour moi")).toHaveCount(0)
    expect((await study.ben.call("PATCH", `/api/memos/${memo}`, { title: "x" })).status).toBe(404)
    await expect(study.ben.room(`memo/${memo}`)).rejects.toThrow("4403")
    await ana.page.getByRole("searchbox").fill("epuisement")
    await expect(list(ana.page)).toHaveCount(1)
    await expect(list(ana.page)).toContainText("épuisement")
    await ana.page.getByRole("button", { name: say("projectMemos.share.act") }).click()
    const dialog = ana.page.getByRole("alertdialog")
    await expect(dialog).toContainText(say("projectMemos.share.words"))
    await dialog.getByRole("button", { name: say("projectMemos.share.act") }).click()
    await expect(dialog).toHaveCount(0)
    await ben.page.reload()
    await expect(words(ben.page)).toContainText("Une intuition")
    expect(await study.ben.room(`memo/${memo}`).then((room) => room.close())).toBeUndefined()
    // Not Ben's to delete.
    await expect(ben.page.getByRole("button", { name: say("projectMemos.delete.act") })).toHaveCount(0)
    await ana.page.getByRole("button", { name: say("projectMemos.delete.act") }).click()
    await dialog.getByRole("button", { name: say("projectMemos.delete.act") }).click()
    await expect(ana.page.getByText(say("projectMemos.noneSuch"))).toBeVisible()
    await expect(ben.page.getByText(say("richText.refused"))).toBeVisible()
  })

  test("[M6, M7] is begun by one key from anywhere, and becomes the definition of its code", async () => {
    const { page } = ana
    const { id: code } = await study.owner.ask("POST", `/api/projects/${study.project}/codes`, {
      name: "vertige",
    })
    await page.goto(`/projects/${study.project}/members`)
    const button = page.getByRole("button", { name: say("projectMemos.new") })
    await expect(button).toBeVisible()
    // One that is left empty was not meant.
    await page.keyboard.press("Alt+j")
    const dialog = page.getByRole("dialog")
    await expect(words(dialog)).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(dialog).toHaveCount(0)
    await page.goto(`/projects/${study.project}/tree?code=${code}`)
    await expect(page.getByRole("treegrid")).toBeVisible()
    await page.keyboard.press("Alt+j")
    await expect(words(dialog)).toBeFocused()
    await page.keyboard.type("Perte d’appui devant ce qui s’ouvre.")
    await dialog.getByRole("textbox", { name: say("projectMemos.titleLabel") }).fill("Vertige")
    await dialog.getByRole("button", { name: say("projectMemos.quick.open") }).click()
    await page.waitForURL(/\/memos\?memo=/)
    await expect(words(page)).toContainText("Perte d’appui")
    await expect(page.getByRole("textbox", { name: say("projectMemos.titleLabel") })).toHaveValue("Vertige")
    const { memos } = await study.owner.ask("GET", `/api${place()}`)
    expect(memos.filter(({ title }: { title: string }) => title === "Vertige")).toHaveLength(1)
    expect(
      memos.filter(({ title, excerpt }: Record<string, string>) => title === "" && excerpt === ""),
    ).toEqual([])
    // What is chosen in the tree is what it is about.
    await expect(page.getByRole("main").getByLabel(say("projectMemos.about"), { exact: true })).toHaveValue(
      `code ${code}`,
    )
    await page.getByRole("button", { name: say("projectMemos.definition.act") }).click()
    const confirm = page.getByRole("alertdialog")
    await confirm.getByRole("button", { name: say("projectMemos.definition.make") }).click()
    await expect(page.getByText(say("projectMemos.definition.done", { name: "vertige" }))).toBeVisible()
    await words(page).click()
    await page.keyboard.press("ControlOrMeta+End")
    await page.keyboard.type(" Encore.")
    await page.getByRole("button", { name: say("projectMemos.definition.act") }).click()
    await expect(confirm).toContainText(say("projectMemos.definition.standing"))
    await confirm.getByRole("button", { name: say("projectMemos.definition.replace") }).click()
    const definition = async () =>
      (await study.owner.ask("GET", `/api/projects/${study.project}/codes`)).codes[code].definition
    await expect.poll(definition).toBe("Perte d’appui devant ce qui s’ouvre. Encore.")
    // From the tree, the memos about a code and no others.
    await make({ title: "Sans rapport" })
    await page.goto(`/projects/${study.project}/tree?code=${code}`)
    await page.getByRole("button", { name: say("tree.panel.more", { name: "vertige" }) }).click()
    await page.getByRole("menuitem", { name: say("tree.memos") }).click()
    await expect(list(page)).toHaveCount(1)
    await expect(list(page)).toContainText("Vertige")
  })
})

const words = (page: Page | ReturnType<Page["getByRole"]>) =>
  page.getByRole("textbox", { name: say("projectMemos.text") })
const caret = (page: Page) => page.locator(".carets .caret .flag-name")
const list = (page: Page) => page.locator(".memos-list button")
const saved = (page: Page) =>
  expect(page.getByRole("main").getByRole("img", { name: say("common.sync.saved") })).toBeVisible()
/** What stands in the memo, block by block. */
const blocks = (page: Page) =>
  words(page)
    .locator(":scope > *")
    .evaluateAll((nodes) => nodes.map((node) => node.textContent?.trim() ?? "").filter(Boolean))
