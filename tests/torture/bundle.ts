import { execFile } from "node:child_process"
import { mkdir, mkdtemp } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"

const root = join(import.meta.dirname, "../..")

/** The bare server and its threads in a new folder, one file each: read as they are written they start in twice the time. */
export async function bundleBareServer(): Promise<{ folder: string; script: string }> {
  const parent = join(root, ".artifacts")
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, "bare-"))
  const words = [join(root, "scripts/bundle.mjs"), "tests/torture/bareServer.ts", folder]
  await promisify(execFile)(process.execPath, words)
  return { folder, script: join(folder, "bareServer.mjs") }
}
