/** Bundles the server, which starts in a quarter of the time then; run by itself, or before what starts it. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const folder = join(root, "dist")
/** What is started. */
export const bundle = join(folder, "main.mjs")

/** The server and its threads, each one file; what is in node_modules stays there. */
export async function bundleServer() {
  const made = timeOf(bundle)
  if (["core", "db", "server", "package.json"].every((each) => newest(join(root, each)) < made)) return
  const { build } = await import("esbuild")
  // Whoever starts a server meanwhile finds the one or the other.
  const aside = join(folder, `.${process.pid}`)
  mkdirSync(aside, { recursive: true })
  await build({
    entryPoints: ["server/main.ts", "server/sync/collectWorker.ts", "server/sound/peaksWorker.ts"],
    absWorkingDir: root,
    outdir: aside,
    entryNames: "[name]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    legalComments: "none",
    logLevel: "warning",
  })
  // What is started comes last: while it is the old one, all is made again.
  const names = readdirSync(aside).sort(
    (one, other) => Number(one === "main.mjs") - Number(other === "main.mjs"),
  )
  for (const name of names) renameSync(join(aside, name), join(folder, name))
  rmSync(aside, { recursive: true })
}

/** When the newest file of a folder was written; 0 where there is none. */
export function newest(path) {
  try {
    const found = statSync(path)
    if (!found.isDirectory()) return found.mtimeMs
    return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
  } catch {
    return 0
  }
}

export function timeOf(file) {
  try {
    return statSync(file).mtimeMs
  } catch {
    return 0
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleServer()
