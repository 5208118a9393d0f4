/** Where the focus is, and whether it is to be seen: for tests without a mouse. */
import { expect, type Page } from "@playwright/test"

export interface Focused {
  readonly tag: string
  readonly name: string
  readonly label: string
}

export async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { tag: "", name: "", label: "" }
    const label = element.getAttribute("aria-label") ?? ""
    return { tag: element.tagName, name: label || (element.textContent ?? "").trim(), label }
  })
}

/** What has the focus shows it: by an outline, a ring, or words chosen in it. */
export async function seen(page: Page): Promise<void> {
  expect(await showsFocus(page), "what has the focus does not show it").toBe(true)
}

export async function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const ringed = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"
    }
    const chosen = (CSS as unknown as { highlights?: Map<string, { size: number }> }).highlights
    for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
      if (ringed(at)) return true
      const label = at.nextElementSibling
      if (label && at instanceof HTMLInputElement && ringed(label)) return true
    }
    return [...(chosen?.values() ?? [])].some(({ size }) => size > 0)
  })
}

export interface Walk {
  /** Elements that had the focus, in their order, each once; by a number the walk gives them. */
  readonly visited: readonly number[]
  /** Whether the walk came back to where it began. */
  readonly cameRound: boolean
  /** Those that had the focus and did not show it. */
  readonly unseen: readonly string[]
}

/** Presses a key until the focus comes round, or `most` times. */
export async function walk(page: Page, key: "Tab" | "Shift+Tab", most = 400): Promise<Walk> {
  const visited: number[] = []
  const unseen: string[] = []
  const seenBefore = new Set<number>()
  for (let times = 0; times < most; times++) {
    await page.keyboard.press(key)
    const at = await numberOf(page)
    // Past the last element the page has no focus for a moment, and then the first element has it.
    if (at === null) continue
    if (at === visited[0]) return { visited, cameRound: true, unseen }
    if (seenBefore.has(at)) return { visited, cameRound: false, unseen }
    seenBefore.add(at)
    visited.push(at)
    if (!(await showsFocus(page))) unseen.push((await focused(page)).name.slice(0, 60))
  }
  return { visited, cameRound: false, unseen }
}

/** A number for what has the focus, the same each time; null when the page has none. */
async function numberOf(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body || element === document.documentElement) return null
    const known = window as unknown as { walked?: Element[] }
    known.walked ??= []
    const place = known.walked.indexOf(element)
    return place < 0 ? known.walked.push(element) - 1 : place
  })
}
