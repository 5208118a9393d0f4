import { describe, expect, it } from "vitest"
import { levelOf } from "../../app/projects/[project]/tree/levels"
import { rowTyped, search, visibleRows } from "../../app/projects/[project]/tree/rows"
import { moveTargets } from "../../app/projects/[project]/tree/targets"
import { codeTree } from "../../core/codebook"
import type { Code } from "../../core/reading"

const code = (id: string, parent: string | null = null): Code => ({
  id,
  name: id,
  parent,
  codable: true,
  definition: id === "dusk" ? "la fatigue du soir" : "",
  useWhen: "",
  doNotUseWhen: "",
  example: "",
  colour: null,
  order: 0,
  origin: { member: null, source: null },
  removed: false,
})
const codes = [code("fear"), code("guilt", "fear"), code("Écho"), code("dusk", "Écho")]
const tree = codeTree(codes)
const shown = (closed: string[], found: ReturnType<typeof search> = null) =>
  visibleRows(tree, new Set(closed), found).map(({ id, depth }) => "  ".repeat(depth) + id)

describe("the rows of the tree", () => {
  it("hide what lies under a closed node", () => {
    expect(shown([])).toEqual(["Écho", "  dusk", "fear", "  guilt"])
    expect(shown(["fear"])).toEqual(["Écho", "  dusk", "fear"])
  })
  it("found by name or definition stand with all that leads to them, also where that was closed", () => {
    expect(shown(["Écho"], search(tree, "FATIGUE"))).toEqual(["Écho", "  dusk"])
    expect(shown([], search(tree, "nothing of the kind"))).toEqual([])
    expect(search(tree, " ")).toBeNull()
  })
  it("are found by typing, around the end and without accents", () => {
    const rows = visibleRows(tree, new Set())
    expect(rowTyped(rows, 3, "e")?.id).toBe("Écho")
    expect(rowTyped(rows, 0, "x")).toBeNull()
  })
})

describe("the places offered to a move", () => {
  it("are none that would make a cycle, nor where the code is", () => {
    expect(moveTargets(tree, codes, "fear", null).map(({ id }) => id)).toEqual(["Écho", "dusk"])
    expect(moveTargets(tree, codes, "guilt", "fear").map(({ id }) => id)).toEqual(["Écho", "dusk"])
  })
})

describe("the names of the levels", () => {
  it("follow the approach", () => {
    for (const approach of ["thematic", "reflexive-thematic"] as const)
      expect([0, 1].map((depth) => levelOf(approach, false, depth))).toEqual(["theme", "subTheme"])
    expect([0, 1].map((depth) => levelOf("grounded-theory", false, depth))).toEqual(["category", "property"])
    expect(levelOf("content-analysis", false, 1)).toBe("category")
  })
})
