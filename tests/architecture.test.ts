/** Who may import whom (see the README's code tour). An arrow that is not listed here fails. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
const read = (file: string) => readFileSync(join(root, file), "utf8")

type Place = "core" | "core/ydoc" | "server" | "db" | "app (server)" | "app (client)"

const may: Record<Place, readonly Place[]> = {
  core: ["core"],
  "core/ydoc": ["core", "core/ydoc"],
  db: ["core", "core/ydoc", "db"],
  server: ["core", "core/ydoc", "db", "server"],
  "app (server)": ["core", "core/ydoc", "server", "app (server)", "app (client)"],
  "app (client)": ["core", "core/ydoc", "app (client)"],
}
/** The seeder of the demo belongs to the server; what it seeds is data. */
const packagesOfCore: Record<string, readonly string[]> = { core: [], "core/ydoc": ["yjs"] }

const files = ["core", "server", "db", "app"].flatMap((folder) => sourcesIn(folder))

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const text = read(file)
  const found: Import[] = []
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^"';]*?from\s+["']([^"']+)["']/gm)) {
    found.push({ from: match[2]!, typeOnly: match[1] !== undefined })
  }
  for (const match of text.matchAll(/^\s*import\s+["']([^"']+)["']/gm))
    found.push({ from: match[1]!, typeOnly: false })
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ from: match[1]!, typeOnly: false })
  return found
}

function targetOf(file: string, from: string): string | null {
  if (!from.startsWith(".")) return null
  const base = relative(root, resolve(root, dirname(file), from))
  return (
    [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((each) =>
      files.includes(each),
    ) ?? base
  )
}

/** A component that runs in the browser: marked so, or imported by one that is. */
const client = new Set<string>()
const marked = files.filter((file) => file.startsWith("app/") && /^["']use client["']/m.test(read(file)))
const queue = [...marked]
for (let file = queue.pop(); file; file = queue.pop()) {
  if (client.has(file)) continue
  client.add(file)
  for (const { from, typeOnly } of importsOf(file)) {
    const target = targetOf(file, from)
    if (target?.startsWith("app/") && !typeOnly && files.includes(target)) queue.push(target)
  }
}

function placeOf(file: string): Place {
  if (file.startsWith("core/ydoc/")) return "core/ydoc"
  if (file.startsWith("core/")) return "core"
  if (file.startsWith("server/")) return "server"
  if (file.startsWith("db/")) return "db"
  return client.has(file) ? "app (client)" : "app (server)"
}

describe("architecture", () => {
  it("finds the files it is about", () => {
    expect(files.length).toBeGreaterThan(100)
    expect(marked.length).toBeGreaterThan(5)
  })

  it("lets nobody import against the arrows", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap(({ from, typeOnly }) => {
        const target = targetOf(file, from)
        if (target === null || !/^(core|server|db|app)\/.*\.tsx?$/.test(target)) return []
        const [here, there] = [placeOf(file), placeOf(target)]
        // Types cross for free: they are gone before anything runs in a browser.
        if (typeOnly && here.startsWith("app")) return there === "db" ? [`${file} -> ${target}`] : []
        return may[here].includes(there) ? [] : [`${file} (${here}) -> ${target} (${there})`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it("keeps packages, clock and chance out of core", () => {
    const wrong = files
      .filter((file) => file.startsWith("core/"))
      .flatMap((file) => {
        const packages = importsOf(file)
          .map(({ from }) => from)
          .filter((from) => !from.startsWith(".") && !packagesOfCore[placeOf(file)]!.includes(from))
        const impure =
          /\b(Date\.now|new Date\(\)|Math\.random|process\.|crypto\.|fetch\(|setTimeout|setInterval)/.exec(
            read(file),
          )
        return [
          ...packages.map((name) => `${file} imports ${name}`),
          ...(impure ? [`${file} uses ${impure[0]}`] : []),
        ]
      })
    expect(wrong).toEqual([])
  })

  it("[B8] reads hand-ins only where they are counted, one's own, or being compared", () => {
    const readers = files.filter((file) =>
      /import[^;]*\bhandIn\b[^;]*from "[./]*db\/schema"|\b(from|join) hand_in\b/.test(read(file)),
    )
    expect(readers.sort()).toEqual([...handInReaders].sort())
  })

  it("looks at the environment in one place", () => {
    const readers = files.filter((file) => /process\.env\b/.test(read(file)))
    expect(readers.filter((file) => !environment.includes(file))).toEqual([])
  })
})

const handInReaders = [
  "server/commands/applyCorrections.ts", // carries them along unseen, on the words that stand for theirs
  "server/commands/assignCoders.ts", // whether there is one: who has handed in stays a coder
  "server/commands/eraseKept.ts", // rewrites them unseen, and tells nothing of them
  "server/commands/handIn.ts", // one's own; all of a source only to compare what is due (standingHandIns)
  "server/commands/takeBack.ts", // one's own
  "server/queries/audit.ts", // of revealed passages alone
  "server/queries/overview.ts", // the reader's own: where to go on
  "server/queries/progress.ts", // counts
  "server/queries/source.ts", // one's own
]
const environment = ["server/main.ts", "server/env.ts", "app/debug/ui/page.tsx", "app/debug/ui/desk/page.tsx"]
