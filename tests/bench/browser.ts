/** A browser to measure in, and pages of it that somebody is signed in on. */
import { type Browser, type BrowserContext, chromium } from "@playwright/test"
import type { Person } from "../support/person"

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.BINOME_CHROMIUM
  return chromium.launch({
    args: ["--no-sandbox", "--disable-gpu"],
    ...(executablePath ? { executablePath } : {}),
  })
}

export async function signedIn(browser: Browser, address: string, person: Person): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 1000 },
    locale: "fr-FR",
  })
  const cookies = person.cookie.split("; ").map((pair) => {
    const [name, ...value] = pair.split("=")
    return { name: name!, value: value.join("="), url: address }
  })
  await context.addCookies(cookies)
  return context
}
