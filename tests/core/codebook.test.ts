import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type CodeNode,
  canonicalOf,
  codeTree,
  isAncestor,
  mergePathOf,
  pathOf,
  relatedBy,
  wouldCycle,
} from "../../core/codebook"
import type { Code } from "../../core/reading"
import { merge } from "../support/pictures"

/** `"fear<emotion"` is the code fear under emotion; `-fear` is removed. */
function codebook(picture: string): Code[] {
  return picture.split(" ").map((drawn) => {
    const [name, parent] = drawn.replace(/^-/, "").split("<")
    const texts = { definition: "", useWhen: "", doNotUseWhen: "", example: "" }
    const origin = { member: null, source: null }
    const removed = drawn.startsWith("-")
    return {
      id: name!,
      name: name!,
      parent: parent ?? null,
      codable: true,
      ...texts,
      colour: null,
      order: 0,
      origin,
      removed,
    }
  })
}

const draw = (nodes: readonly CodeNode[]): string =>
  nodes
    .map(({ code, children }) => (children.length > 0 ? `${code.name}(${draw(children)})` : code.name))
    .join(" ")

describe("the tree", () => {
  it("[T1] nests codes, siblings by order, then name, then id", () => {
    expect(draw(codeTree(codebook("sleep<night emotion fear<emotion anger<emotion night")))).toBe(
      "emotion(anger fear) night(sleep)",
    )
    const [first, second] = codebook("a b")
    expect(
      draw(
        codeTree([
          { ...first!, order: 2 },
          { ...second!, order: 1 },
        ]),
      ),
    ).toBe("b a")
    expect(
      draw(
        codeTree([
          { ...first!, name: "Zèle" },
          { ...second!, name: "écho" },
        ]),
      ),
    ).toBe("écho Zèle")
  })

  it("[T2] shows at the root what lies under something lost or removed", () => {
    expect(draw(codeTree(codebook("fear<lost anger<emotion -emotion")))).toBe("anger fear")
  })

  it("[T2] shows at the root the codes of a circle, with what lies under them", () => {
    expect(draw(codeTree(codebook("a<b b<a c<a d<d")))).toBe("a(c) b d")
  })

  it("[T3] hangs what lay under a merged code under the code it stands for", () => {
    const codes = codebook("worry fear night<worry")
    expect(draw(codeTree(codes, canonicalOf([merge("worry", "fear")])))).toBe("fear(night)")
  })

  it("[T3] puts a code in the place of what was merged into it", () => {
    const codes = codebook("emotion worry<emotion fear<worry night<worry")
    expect(draw(codeTree(codes, canonicalOf([merge("worry", "fear")])))).toBe("emotion(fear(night))")
    expect(draw(codeTree(codes, canonicalOf([merge("fear", "worry")])))).toBe("emotion(worry(night))")
  })

  it("[T2] loses no code, whatever was moved where", () => {
    const names = ["a", "b", "c", "d", "e", "f"]
    const moves = fc.array(fc.constantFrom(...names, "lost", null), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(moves, (parents) => {
        const codes = codebook(names.join(" ")).map((code, at) => ({ ...code, parent: parents[at]! }))
        const shown = draw(codeTree(codes)).match(/[a-f]/g) ?? []
        expect(shown.sort()).toEqual(names)
      }),
    )
  })
})

describe("merges", () => {
  it("[T3] are followed as far as they lead", () => {
    const canonical = canonicalOf([merge("a", "b"), merge("b", "c")])
    expect(["a", "b", "c", "d"].map(canonical)).toEqual(["c", "c", "c", "d"])
  })

  it("[T3] do not count when undone, and relating is not merging", () => {
    const rows = [merge("a", "b", { undone: true }), merge("c", "d", { how: "relating" })]
    expect(["a", "c"].map(canonicalOf(rows))).toEqual(["a", "c"])
  })

  it("[T3] in a circle stand for the least of it, also for what leads into it", () => {
    const canonical = canonicalOf([merge("c", "b"), merge("b", "c"), merge("a", "c"), merge("d", "d")])
    expect(["a", "b", "c", "d"].map(canonical)).toEqual(["b", "b", "b", "d"])
  })

  it("[T3] of one code into two: the later counts", () => {
    const rows = [merge("a", "c", { at: "2026-06-02" }), merge("a", "b", { at: "2026-06-01" })]
    expect(canonicalOf(rows)("a")).toBe("c")
  })

  it("say by which rows a code came to stand for another", () => {
    const rows = [merge("a", "b"), merge("b", "c"), merge("x", "y")]
    expect(mergePathOf(rows)("a")).toEqual(rows.slice(0, 2))
    expect(mergePathOf(rows)("c")).toEqual([])
    expect(mergePathOf([merge("a", "b"), merge("b", "a")])("a")).toHaveLength(2)
  })

  it("[T4] relate from either side, through merges, until undone", () => {
    const row = merge("a", "b", { how: "relating" })
    expect(relatedBy([row])("b", "a")).toBe(row)
    expect(relatedBy([row, merge("c", "b")])("a", "c")).toBe(row)
    expect(relatedBy([row])("a", "c")).toBeNull()
    expect(relatedBy([{ ...row, undone: true }])("a", "b")).toBeNull()
  })
})

describe("above and below", () => {
  const codes = codebook("fear<emotion emotion<self self night x<y y<x")

  it("[D15] a code is above another at any distance, never above itself", () => {
    expect(isAncestor(codes, "self", "fear")).toBe(true)
    expect(isAncestor(codes, "fear", "self")).toBe(false)
    expect(isAncestor(codes, "fear", "fear")).toBe(false)
    expect(isAncestor(codes, "night", "x")).toBe(false)
  })

  it("a move under itself is seen before it is made", () => {
    expect(wouldCycle(codes, "self", "fear")).toBe(true)
    expect(wouldCycle(codes, "self", "self")).toBe(true)
    expect(wouldCycle(codes, "fear", "night")).toBe(false)
    expect(wouldCycle(codes, "fear", null)).toBe(false)
  })

  it("a path runs from the root down to the code, and ends even in a circle", () => {
    const path = (code: string) => pathOf(codes, code).map(({ name }) => name)
    expect(path("fear")).toEqual(["self", "emotion", "fear"])
    expect(path("x")).toEqual(["y", "x"])
    expect(path("unknown")).toEqual([])
  })
})
