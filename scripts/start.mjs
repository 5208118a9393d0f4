/** `npm start`, `npm run demo`: builds the pages where that is due, then runs the server in the foreground. */
import { spawn } from "node:child_process"
import { readdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

// Next would report how it is used.
process.env.NEXT_TELEMETRY_DISABLED = "1"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const sources = ["app", "core", "server", "db", "next.config.js", "package.json", "package-lock.json"]

if (isBuildDue()) {
  console.log("Building once, about a minute.")
  const next = join(root, "node_modules/next/dist/bin/next")
  const code = await run([next, "build"], { ...process.env, NODE_ENV: "production" }, "quiet")
  if (code !== 0) process.exit(code)
}
if (process.argv.includes("--build-only")) process.exit(0)
const main = ["--import", "tsx", join(root, "server/main.ts"), ...process.argv.slice(2)]
process.exit(await run(main, { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" }))

function isBuildDue() {
  const built = timeOf(join(root, process.env.BINOME_DIST || ".next", "BUILD_ID"))
  return built === 0 || sources.some((each) => newest(join(root, each)) > built)
}

function newest(path) {
  try {
    const found = statSync(path)
    if (!found.isDirectory()) return found.mtimeMs
    return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
  } catch {
    return 0
  }
}

function timeOf(file) {
  try {
    return statSync(file).mtimeMs
  } catch {
    return 0
  }
}

/** Runs node in the foreground and hands it our signals; its exit code, or as shells count a signal's. */
function run(args, env, how = "shown") {
  const stdio = how === "quiet" ? ["inherit", "pipe", "inherit"] : "inherit"
  const child = spawn(process.execPath, args, { cwd: root, env, stdio })
  const said = []
  child.stdout?.on("data", (chunk) => said.push(chunk))
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"]
  const forward = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      for (const each of signals) process.off(each, forward)
      if (code !== 0 && said.length > 0) process.stdout.write(Buffer.concat(said))
      resolve(code ?? (signal === "SIGINT" ? 130 : 143))
    })
  })
}
