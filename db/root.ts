import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder in which all of this lies, whether its sources run or what was bundled of them. */
export const root = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  if (existsSync(join(folder, "next.config.js"))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error("the folder of Binôme was not found")
  return above(parent)
}
