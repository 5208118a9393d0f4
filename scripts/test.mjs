/**
 * `npm test`: everything that must hold. Style, types, the built app, unit and contract tests, then the browser.
 * Stops at the first part that fails and says which. `npm test -- unit` runs one part.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
process.env.NEXT_TELEMETRY_DISABLED = "1"

const parts = [
  { name: "lint", command: ["npx", "biome", "check", "--error-on-warnings", "."] },
  { name: "types", command: ["npx", "tsc", "--noEmit"] },
  { name: "build", command: ["npm", "run", "build"] },
  { name: "unit", command: ["npx", "vitest", "run"] },
  { name: "e2e", command: ["npx", "playwright", "test", "--project=beside", "--workers=2"] },
  { name: "e2e", command: ["npx", "playwright", "test", "--project=alone"] },
]

const wanted = process.argv.slice(2)
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.some(({ name }) => name === "e2e")) provideBrowser()
for (const { name, command } of chosen) {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: "inherit",
    env: process.env,
  })
  if (status !== 0) {
    console.error(`\n${name} failed.`)
    process.exit(status ?? 1)
  }
  if (name === "build") process.env.BINOME_BUILT = "1"
  console.log(`— ${name}: ${Math.round((Date.now() - started) / 1000)} s`)
}

/**
 * The system's Chromium where there is one, else Playwright's own; says plainly what is missing where neither is. First
 * that without a window, as Playwright's own is: the other draws tabs and a new tab's page for each of hundreds.
 */
function provideBrowser() {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
  const found = names.map((name) => `/usr/bin/${name}`).find(existsSync)
  if (found) {
    process.env.BINOME_CHROMIUM ??= found
    return
  }
  if (process.env.BINOME_CHROMIUM) return
  console.log("No Chromium on this system: asking Playwright for its own.")
  const { status } = spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: "inherit" })
  if (status === 0) return
  console.error(
    [
      "The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium),",
      "or name one: BINOME_CHROMIUM=/path/to/chromium npm test. Without a browser: npm test -- lint types build unit",
    ].join("\n"),
  )
  process.exit(1)
}
