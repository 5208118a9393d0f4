import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"

/** What stops or misleads somebody, each with the elements it stops them at. */
export async function obstacles(page: Page): Promise<string[]> {
  // What fades is not judged half-way.
  const isCalm = await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)
  if (!isCalm) await page.emulateMedia({ reducedMotion: "reduce" })
  // Of what is right nothing is told, and no second page is opened to gather frames: no screen has any.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true)
  const { violations } = await axe.analyze()
  if (!isCalm) await page.emulateMedia({ reducedMotion: null })
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
    )
}
