/** Writes app/api/routes.ts: every route's module by its path. Run after adding a route; a test says when it is due. */
import { readdirSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const api = join(root, "app/api")
const files = readdirSync(api, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "route.ts")
  .map((entry) => relative(api, entry.parentPath).replaceAll("\\", "/"))
  // next-auth answers its own paths; the description cannot list itself.
  .filter((path) => !path.startsWith("auth/") && path !== "openapi.json")
  .sort()
const name = (path) =>
  path
    .replace(/[^A-Za-z]+(.)?/g, (_, next) => (next ?? "").toUpperCase())
    .replace(/^./, (first) => first.toLowerCase())
const lines = [
  "// Written by scripts/list-routes.mjs.",
  ...files.map((path) => `import * as ${name(path)} from "./${path}/route"`),
  "",
  "/** Every route of the API that Next answers, by its path. */",
  "export const routes: Readonly<Record<string, object>> = {",
  ...files.map((path) => `  "/api/${path.replaceAll(/\[(\w+)\]/g, "{$1}")}": ${name(path)},`),
  "}",
  "",
]
writeFileSync(join(api, "routes.ts"), lines.join("\n"))
