import type { Browser, BrowserContext, Page } from "@playwright/test"
import { signIn } from "./person"
import { PASSWORD } from "./study"
import { type Language, wordsIn } from "./words"

export interface Seat {
  readonly context: BrowserContext
  readonly page: Page
}

interface Looks {
  readonly language?: Language
  readonly theme?: string
  readonly width?: number
  readonly touch?: boolean
}

/** A browser of one's own, signed in before its first page, as it is after a day; `enter` signs in through the page. */
export async function sitDown(
  browser: Browser,
  address: string,
  { email, password }: { readonly email: string; readonly password: string },
  looks: Looks = {},
): Promise<Seat> {
  return sitWith(browser, address, await signIn(address, email, password), looks)
}

/** The same for somebody who has signed in already. */
export async function sitWith(
  browser: Browser,
  address: string,
  { cookie }: { readonly cookie: string },
  looks: Looks = {},
): Promise<Seat> {
  const seat = await openSeat(browser, address, looks)
  const cookies = cookie.split("; ").map((one) => {
    const at = one.indexOf("=")
    return { name: one.slice(0, at), value: one.slice(at + 1), url: address, httpOnly: true }
  })
  await seat.context.addCookies(cookies)
  return seat
}

async function openSeat(browser: Browser, address: string, looks: Looks): Promise<Seat> {
  const { language = "fr", theme = "light", width = 1440, touch = false } = looks
  const context = await browser.newContext({
    baseURL: address,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    viewport: { width, height: width < 600 ? 844 : 1000 },
    hasTouch: touch,
  })
  await context.addCookies([{ name: "theme", value: theme, url: address }])
  return { context, page: await context.newPage() }
}

/** Signs in through the sign-in page. */
export async function enter(
  page: Page,
  who: { readonly email: string; readonly password: string },
  language: Language = "fr",
): Promise<void> {
  const say = wordsIn(language)
  await page.goto("/sign-in")
  await page.getByLabel(say("signin.email")).fill(who.email)
  await page.getByLabel(say("signin.password")).fill(who.password)
  await page.getByRole("button", { name: say("signin.enter") }).click()
  await page.waitForURL(/\/projects/)
}

/** Selects words of the transcript as a mouse would: from their first letter to their last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll("li.turn p, .turn p")) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(wanted)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        paragraph.scrollIntoView({ block: "center" })
        const rects = [...range.getClientRects()]
        const [first, last] = [rects[0]!, rects.at(-1)!]
        return {
          x1: first.left + 2,
          y1: first.top + first.height / 2,
          x2: last.right - 2,
          y2: last.top + last.height / 2,
        }
      }
    }
    return null
  }, words)
  if (!box) throw new Error(`the transcript does not show: ${words}`)
  await page.mouse.move(box.x1, box.y1)
  await page.mouse.down()
  await page.mouse.move((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, { steps: 4 })
  await page.mouse.move(box.x2, box.y2, { steps: 4 })
  await page.mouse.up()
}

/** What a page complains of from now on, but for a line that is not there. */
export function troublesIn(page: Page): string[] {
  const troubles: string[] = []
  page.on("pageerror", (error) => troubles.push(String(error)))
  page.on("console", (message) => {
    const text = message.text()
    const isOfTheLine = /^(Failed to load resource|WebSocket connection to)/.test(text)
    if (["error", "warning"].includes(message.type()) && !isOfTheLine) troubles.push(text)
  })
  return troubles
}

/** Ana and Ben, the coders of a study, each in a browser of their own. */
export async function sitBothDown(browser: Browser, address: string): Promise<[ana: Seat, ben: Seat]> {
  const sit = (name: string) =>
    sitDown(browser, address, { email: `${name}@example.org`, password: PASSWORD })
  return [await sit("ana"), await sit("ben")]
}
