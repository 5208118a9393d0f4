import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { changesIn } from "../../app/projects/[project]/settings/changesIn"
import { fewestInCommon } from "../../app/projects/[project]/settings/justAgreed"
import { compareText } from "../support/pictures"

describe("the example of a tolerance", () => {
  const kinds = (common: number, tolerance: number) =>
    compareText("fear 0-12", `fear ${12 - common}-${24 - common}`, { tolerance }).map(
      (line) => line.split(" ")[0],
    )

  it("[D3] is agreed, and with one word less in common is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
        const tolerance = percent / 100
        const common = fewestInCommon(12, tolerance)
        expect(kinds(common, tolerance)).toEqual(["agreed"])
        if (common > 1) expect(kinds(common - 1, tolerance)).not.toContain("agreed")
      }),
    )
  })

  it("asks for all the words at the strictest, and for eight of twelve at first", () => {
    expect(fewestInCommon(12, 1)).toBe(12)
    expect(fewestInCommon(12, 0.5)).toBe(8)
  })
})

describe("the changes of a section", () => {
  const standing = { id: "p1", name: "Care", question: "", tolerance: 0.5, discussBoundaries: false }

  it("are what differs, and nothing else", () => {
    expect(changesIn(standing, { name: "Care", tolerance: 0.6 })).toEqual({ tolerance: 0.6 })
    expect(changesIn(standing, { discussBoundaries: true, question: "How?" })).toEqual({
      discussBoundaries: true,
      question: "How?",
    })
  })

  it("are none where only spaces were typed", () => {
    expect(changesIn(standing, { name: " Care ", question: "  " })).toEqual({})
  })
})
