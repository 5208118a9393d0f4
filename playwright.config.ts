import { defineConfig } from "@playwright/test"

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
]

/** What measures moments, and so needs both cores. */
const alone = ["fieldNotes", "listening", "longTranscript", "nonInterference"].map(
  (name) => `**/${name}.spec.ts`,
)
// Pictures of every screen, on demand: BINOME_SCREENS=1 npx playwright test screens
const pictures = process.env.BINOME_SCREENS === "1" ? [] : ["**/screens.spec.ts"]

export default defineConfig({
  testDir: "tests/e2e",
  projects: [
    { name: "beside", testMatch: "**/*.spec.ts", testIgnore: [...alone, ...pictures] },
    { name: "alone", testMatch: alone },
  ],
  outputDir: ".artifacts/e2e",
  // `npm test` runs two files beside one another where nothing is measured.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  forbidOnly: true,
  // A loaded machine may miss a moment; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  use: {
    viewport: { width: 1440, height: 1000 },
    locale: "fr-FR",
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
    launchOptions: {
      args,
      ...(process.env.BINOME_CHROMIUM ? { executablePath: process.env.BINOME_CHROMIUM } : {}),
    },
  },
})
