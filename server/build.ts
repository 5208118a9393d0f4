import { readFile } from "node:fs/promises"
import { join } from "node:path"

/** Tells the built pages from those of another build; null where they are made as they are asked for. */
export async function readBuild(root: string): Promise<string | null> {
  return readFile(join(root, ".next/BUILD_ID"), "utf8").catch(() => null)
}
