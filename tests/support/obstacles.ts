import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"

/** What stops or misleads somebody, each with the elements it stops them at. */
export async function obstacles(page: Page): Promise<string[]> {
  await settled(page)
  // Of what is right nothing is told, and no second page is opened to gather frames: no screen has any.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
    )
}

/** What fades is not judged half-way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.race([
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]),
  )
}
