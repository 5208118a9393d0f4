import { mkdir, mkdtemp } from "node:fs/promises"
import { join } from "node:path"
import { build } from "esbuild"

const root = join(import.meta.dirname, "../..")

/** The bare server and its threads in a new folder, one file each: read as they are written they start in twice the time. */
export async function bundleBareServer(): Promise<{ folder: string; script: string }> {
  const parent = join(root, ".artifacts")
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, "bare-"))
  await build({
    entryPoints: [
      "tests/torture/bareServer.ts",
      "server/sync/collectWorker.ts",
      "server/sound/peaksWorker.ts",
      "server/agreement/agreementWorker.ts",
    ],
    absWorkingDir: root,
    outdir: folder,
    entryNames: "[name]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  })
  return { folder, script: join(folder, "bareServer.mjs") }
}
