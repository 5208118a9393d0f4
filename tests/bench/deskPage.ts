/** What the coding desk does in a browser, read from inside the page. */
import type { BrowserContext, Page } from "@playwright/test"

declare global {
  interface Window {
    /** Times since the page was asked for. */
    bench: {
      readable: number
      /** The paint that a key is to bring, by how its name begins; and how long it took. */
      awaited: string
      keys: number[]
    }
  }
}

/** Opens the desk and answers when its words were painted, and when what is coded on them was. */
export async function openDesk(
  context: BrowserContext,
  address: string,
): Promise<{ page: Page; readable: number; painted: number }> {
  const page = await context.newPage()
  // What runs in the page was compiled for Node, with a helper that keeps the names of functions.
  await page.addInitScript("globalThis.__name = (named) => named")
  await page.addInitScript(watch)
  // A new tab of Chromium loads hundreds of scripts of its own, which nobody waits for who goes from page to page.
  await page.waitForTimeout(2_500)
  await page.goto(address, { waitUntil: "commit" })
  await page.waitForFunction(
    () => document.querySelector("p[data-turn]") !== null && window.bench.readable > 0,
  )
  const painted = await page
    .waitForFunction(
      () =>
        (CSS.highlights.has("mine-1") || document.querySelector(".desk [data-stripe]")) && performance.now(),
      undefined,
      { timeout: 3_000 },
    )
    .then(
      (handle) => handle.jsonValue() as Promise<number>,
      () => Number.NaN,
    )
  const readable = await page.evaluate(() => window.bench.readable)
  return { page, readable, painted }
}

/** Runs in the page, before anything of it. */
function watch() {
  const bench = { readable: 0, awaited: "", keys: [] as number[] }
  window.bench = bench
  const whenPainted = (done: () => void) => requestAnimationFrame(() => setTimeout(done))
  // The browser says when words were on the screen: a timer behind the paint would wait for the page's scripts as well.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { element: Element | null })[])
      if (bench.readable === 0 && entry.element?.matches("p[data-turn]")) bench.readable = entry.startTime
  }).observe({ type: "largest-contentful-paint", buffered: true })
  let pressed = 0
  addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp
    },
    true,
  )
  const set = HighlightRegistry.prototype.set
  HighlightRegistry.prototype.set = function (name: string, highlight: Highlight) {
    if (bench.awaited !== "" && name.startsWith(bench.awaited)) {
      bench.awaited = ""
      whenPainted(() => bench.keys.push(performance.now() - pressed))
    }
    return set.call(this, name, highlight)
  }
}

/** Selects words and codes them with a key, some times; answers each time from the key to the paint. */
export async function codeByKey(page: Page, times: number): Promise<{ select: number[]; code: number[] }> {
  const select: number[] = []
  const code: number[] = []
  const press = async (key: string, paint: string, into: number[]) => {
    await page.evaluate((awaited) => {
      window.bench.keys = []
      window.bench.awaited = awaited
    }, paint)
    await page.keyboard.press(key)
    await page.waitForFunction(() => window.bench.keys.length > 0)
    into.push(await page.evaluate(() => window.bench.keys[0]!))
  }
  await page.locator(".turns").focus()
  await untilReady(page)
  for (let at = 0; at < times; at++) {
    await press("ArrowDown", "chosen", [])
    await press("Shift+ArrowRight", "chosen", select)
    // A key that scrolls has the codings of the new window painted too; that paint is not the one to be timed.
    await page.waitForTimeout(300)
    const before = await page.evaluate(painted)
    await press("1", "mine", code)
    await untilChanged(page, before)
    await page.waitForTimeout(50)
  }
  return { select, code }
}

/** Codes and takes it back again and again until something is painted: by then the layer is there. */
async function untilReady(page: Page): Promise<void> {
  const before = await page.evaluate(painted)
  await page.keyboard.press("ArrowDown")
  for (let tries = 0; (await page.evaluate(painted)) === before; tries++) {
    if (tries > 100) throw new Error("no key paints anything")
    await page.keyboard.press("1")
    await page.waitForTimeout(200)
  }
  await page.keyboard.press("Control+z")
  await page.waitForTimeout(200)
}

/** Fails when a key painted nothing. */
async function untilChanged(page: Page, before: string): Promise<void> {
  for (let tries = 0; (await page.evaluate(painted)) === before; tries++) {
    if (tries > 20) throw new Error("the key painted nothing")
    await page.waitForTimeout(50)
  }
}

/** What is painted as coded, as one text: marks, and stripes, for words under many codings take no darker mark. */
function painted(): string {
  const marks = ["mine-1", "mine-2", "mine-3"].map((name) =>
    [...(CSS.highlights.get(name) ?? [])].map((range) => `${range.startOffset}-${range.endOffset}`).join(),
  )
  const stripes = [...document.querySelectorAll(".desk [data-stripe]")].map((stripe) =>
    stripe.getAttribute("data-stripe"),
  )
  return [...marks, stripes.join()].join("|")
}
