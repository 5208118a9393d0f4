/**
 * Bundles the server, which starts in a quarter of the time then; run by itself, or before what starts it. With an entry of
 * its own and a folder: that, for a test.
 */
import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const folder = join(root, "dist")
/** What is started. */
export const bundle = join(folder, "main.mjs")

const threads = [
  "server/sync/collectWorker.ts",
  "server/sound/peaksWorker.ts",
  "server/agreement/agreementWorker.ts",
]

/** The server and its threads, once for what they are made of. */
export async function bundleServer() {
  // Not by their times: what is unpacked over an older version may bring its own.
  const digest = digestOf(["core", "db", "server", "package.json"])
  if (existsSync(bundle) && digest === readIf(join(folder, "digest"))) return
  const { stop } = await import("esbuild")
  // Whoever starts a server meanwhile finds the one or the other.
  const aside = join(folder, `.${process.pid}`)
  mkdirSync(aside, { recursive: true })
  await bundleInto(aside, "server/main.ts")
  // Its process would stay beside the server.
  await stop()
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(folder, name))
  rmSync(aside, { recursive: true })
  // Last: until then all is made again.
  writeFileSync(join(folder, "digest"), digest)
}

/** What is started, and the threads of the server, each one file in a folder; what is in node_modules stays there. */
async function bundleInto(folder, entry) {
  const { build } = await import("esbuild")
  await build({
    entryPoints: [entry, ...threads],
    absWorkingDir: root,
    outdir: folder,
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
}

function digestOf(paths) {
  const hash = createHash("sha256")
  const take = (path) => {
    if (!statSync(path).isDirectory()) return hash.update(`${path}\0`).update(readFileSync(path))
    for (const name of readdirSync(path).sort()) take(join(path, name))
  }
  for (const path of paths) take(join(root, path))
  return hash.digest("hex")
}

function readIf(file) {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return null
  }
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry, folder] = process.argv.slice(2)
  await (entry === undefined ? bundleServer() : bundleInto(folder, entry))
}
