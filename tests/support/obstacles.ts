import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import axe from "axe-core"

/** What stops or misleads somebody, each with the elements it stops them at. */
export async function obstacles(page: Page): Promise<string[]> {
  // What fades is not judged half-way.
  const isCalm = await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)
  if (!isCalm) await page.emulateMedia({ reducedMotion: "reduce" })
  // Of what is right nothing is told, and no second page is opened to gather frames: no screen has any.
  const builder = await axeIn(page)
  const { violations } = await builder
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze()
  if (!isCalm) await page.emulateMedia({ reducedMotion: null })
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
    )
}

/** To read its half a megabyte costs as much as to look at a screen: left to itself, it is read twice for each look. */
async function axeIn(page: Page): Promise<AxeBuilder> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  return new AxeBuilder({ page, axeSource: "null" })
}
