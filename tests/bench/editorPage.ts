/** What an editor does in a browser, read from inside its page; the same for every editor of turns. */
import type { BrowserContext, CDPSession, Page } from "@playwright/test"

declare global {
  interface Window {
    editing: {
      /** Since the page was asked for. */
      readable: number
      writable: number
      /** How long each key took to its paint. */
      keys: number[]
      /** Turns and pieces of text that were put into the page since it was last asked. */
      turns: number
      pieces: number
    }
  }
}

/** Where an editor's turns are: each paragraph is one. */
const TURNS = ".ProseMirror p"
/** What can be read already; ours shows the first ones before they can be written in. */
const READABLE = `${TURNS}, .first-turns p`
const PACE_MS = 100
/** By then a page has done what follows a key. */
const SETTLED_MS = 2_000

export interface OpenedEditor {
  readonly page: Page
  readonly readable: number
  readonly writable: number
  readonly cdp: CDPSession
  /** What share of the main thread's time it takes to do nothing. */
  readonly idle: number
}

/** Opens an editor and answers when its first words were painted. */
export async function openEditor(context: BrowserContext, address: string): Promise<OpenedEditor> {
  const page = await context.newPage()
  // What runs in the page was compiled for Node, with a helper that keeps the names of functions.
  await page.addInitScript("globalThis.__name = (named) => named")
  await page.addInitScript(watch, [READABLE, TURNS] as const)
  // A new tab of Chromium loads hundreds of scripts of its own, which nobody waits for who goes from page to page.
  await page.waitForTimeout(2_500)
  await page.goto(address, { waitUntil: "commit" })
  await page.waitForFunction(() => window.editing.writable > 0)
  const cdp = await context.newCDPSession(page)
  await cdp.send("Performance.enable")
  // What is done once after opening is no key's.
  await page.waitForTimeout(2_500)
  const before = await taskMs(cdp)
  await page.waitForTimeout(SETTLED_MS)
  const idle = ((await taskMs(cdp)) - before) / SETTLED_MS
  const { readable, writable } = await page.evaluate(() => window.editing)
  return { page, readable, writable, cdp, idle }
}

/** Runs in the page, before anything of it. */
function watch([readable, writable]: readonly [string, string]) {
  const editing = { readable: 0, writable: 0, keys: [] as number[], turns: 0, pieces: 0 }
  window.editing = editing
  const whenPainted = (done: () => void) => requestAnimationFrame(() => setTimeout(done))
  const look = (name: "readable" | "writable", turns: string) => {
    const first = document.querySelector<HTMLElement>(turns)
    if (first && first.offsetHeight > 0 && first.textContent !== "")
      whenPainted(() => {
        editing[name] = performance.now()
      })
    else requestAnimationFrame(() => look(name, turns))
  }
  look("readable", readable)
  look("writable", writable)
  addEventListener(
    "keydown",
    ({ timeStamp }) => whenPainted(() => editing.keys.push(performance.now() - timeStamp)),
    true,
  )
}

export interface KeyFigures {
  /** From each key to its paint. */
  readonly paints: readonly number[]
  /** What one key costs the page's main thread in all, what follows it included. */
  readonly work: number
}

/** Puts the cursor into the middle of a turn, as a click would. */
export async function standIn({ page }: OpenedEditor, turn: number): Promise<void> {
  await page.evaluate(
    ([turns, turn]) => {
      const paragraph = document.querySelectorAll<HTMLElement>(turns)[turn]!
      paragraph.scrollIntoView({ block: "center" })
      paragraph.closest<HTMLElement>(".ProseMirror")!.focus({ preventScroll: true })
      const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text
      getSelection()!.collapse(words, Math.floor(words.length / 2))
    },
    [TURNS, turn] as const,
  )
  await page.waitForTimeout(500)
}

/** Presses a key some times where the cursor is. Fails where a letter was not written. */
export async function pressKeys(opened: OpenedEditor, key: string, times: number): Promise<KeyFigures> {
  const { page } = opened
  const before = await sizes(page)
  await page.evaluate(() => {
    window.editing.keys = []
  })
  const work = await workOf(opened, times, () => page.keyboard.press(key))
  const after = await sizes(page)
  const came = key === "Enter" ? after.turns - before.turns : after.characters - before.characters
  if (came !== times) throw new Error(`${times} keys wrote ${came}`)
  return { paints: await page.evaluate(() => window.editing.keys), work }
}

export interface RemoteFigures {
  readonly work: number
  /** How many turns, and how many pieces of text, one key of somebody else puts into the page. */
  readonly turns: number
  readonly pieces: number
}

/** Has somebody else write some keys where they can be seen. Fails where they did not arrive. */
export async function hearKeys(
  opened: OpenedEditor,
  times: number,
  write: () => void,
): Promise<RemoteFigures> {
  const { page } = opened
  const before = await sizes(page)
  await page.evaluate((turns) => {
    Object.assign(window.editing, { turns: 0, pieces: 0 })
    const count = (node: Node) => {
      if (node instanceof Element)
        window.editing.turns += node.querySelectorAll("p").length + (node.matches("p") ? 1 : 0)
      else window.editing.pieces++
    }
    new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations) addedNodes.forEach(count)
    }).observe(document.querySelector(turns)!.closest(".ProseMirror")!, { childList: true, subtree: true })
  }, TURNS)
  const work = await workOf(opened, times, async () => write())
  const came = (await sizes(page)).characters - before.characters
  if (came !== times) throw new Error(`of ${times} keys ${came} arrived`)
  const { turns, pieces } = await page.evaluate(() => window.editing)
  return { work, turns: turns / times, pieces: pieces / times }
}

/** What each of some acts costs the main thread, with what follows them, without what the page does anyway. */
async function workOf(
  { page, cdp, idle }: OpenedEditor,
  times: number,
  act: () => Promise<void>,
): Promise<number> {
  const [began, before] = [performance.now(), await taskMs(cdp)]
  for (let at = 0; at < times; at++) {
    await act()
    await page.waitForTimeout(PACE_MS)
  }
  await page.waitForTimeout(SETTLED_MS)
  return ((await taskMs(cdp)) - before - idle * (performance.now() - began)) / times
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics")
  return metrics.find(({ name }) => name === "TaskDuration")!.value * 1_000
}

function sizes(page: Page) {
  return page.evaluate((turns) => {
    const all = [...document.querySelectorAll(turns)]
    return { turns: all.length, characters: all.reduce((sum, turn) => sum + turn.textContent!.length, 0) }
  }, TURNS)
}
