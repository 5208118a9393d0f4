/** `npm start`, `npm run demo`: builds the pages where that is due, then runs the server in the foreground. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { bundle, bundleServer, newest, root, timeOf } from "./bundle.mjs"

// Next would report how it is used.
process.env.NEXT_TELEMETRY_DISABLED = "1"

const sources = ["app", "core", "server", "db", "next.config.js", "package.json", "package-lock.json"]

if (isBuildDue()) {
  console.log("Building once, about a minute.")
  const next = join(root, "node_modules/next/dist/bin/next")
  const code = await run([next, "build"], { ...process.env, NODE_ENV: "production" }, "quiet")
  if (code !== 0) process.exit(code)
}
await bundleServer()
if (process.argv.includes("--build-only")) process.exit(0)
process.exit(
  await run([bundle, ...process.argv.slice(2)], {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? "production",
  }),
)

function isBuildDue() {
  const built = timeOf(join(root, process.env.BINOME_DIST || ".next", "BUILD_ID"))
  return built === 0 || sources.some((each) => newest(join(root, each)) > built)
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
