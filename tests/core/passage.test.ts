import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { joinWithNext, moveBorder, proposePassages, splitAt, type TurnRange } from "../../core/passage"

const speakers = [
  { id: "int", interviewer: true },
  { id: "m7", interviewer: false },
]

/** `"Q M200 mm M200"`: a question, then turns of so many words; `mm` is a short prompt. */
function interview(picture: string) {
  return picture.split(" ").map((drawn) => {
    if (drawn === "Q") return { speaker: "int", text: "Et ensuite ?" }
    if (drawn === "S") return { speaker: "int", text: "Parlez-moi un peu de vos nuits." }
    if (drawn === "mm") return { speaker: "int", text: "Mm." }
    return { speaker: "m7", text: "mot ".repeat(Number(drawn.slice(1))) }
  })
}

const propose = (picture: string, who = speakers) => draw(proposePassages(interview(picture), who))
const draw = (passages: readonly TurnRange[]) =>
  passages.map(({ fromTurn, toTurn }) => `${fromTurn}-${toTurn}`).join(" ")

describe("[C6] passages proposed", () => {
  it("begin at a question once there is enough before it", () => {
    expect(propose("Q M350 Q M350")).toBe("0-2 2-4")
    expect(propose("S M350 S M350")).toBe("0-2 2-4")
  })

  it("absorb questions that come soon, and short prompts however late", () => {
    expect(propose("Q M100 Q M100 Q M100 Q M300")).toBe("0-6 6-8")
    expect(propose("Q M200 mm M150 mm M150")).toBe("0-6")
  })

  it("end at any turn once they are long", () => {
    expect(propose("Q M400 mm M250 M100 M400")).toBe("0-4 4-6")
  })

  it("leave no scrap at the end", () => {
    expect(propose("Q M350 Q M100")).toBe("0-4")
    expect(propose("M20")).toBe("0-1")
  })

  it("do without an interviewer", () => {
    expect(propose("Q M350 Q M350 M350 M300", [])).toBe("0-4 4-6")
  })

  it("of nothing are none", () => {
    expect(proposePassages([], speakers)).toEqual([])
  })

  it("hold every turn exactly once", () => {
    const drawn = fc.array(
      fc.oneof(
        fc.constantFrom("Q", "S", "mm"),
        fc.nat(700).map((words) => `M${words}`),
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(drawn, (turns) => {
        const passages = proposePassages(interview(turns.join(" ")), speakers)
        expect(isWhole(passages, turns.length)).toBe(true)
      }),
    )
  })
})

const two = [
  { fromTurn: 0, toTurn: 4 },
  { fromTurn: 4, toTurn: 9 },
]

describe("[C7] borders", () => {
  it("move to any turn edge that leaves a turn on either side", () => {
    expect(draw(moveBorder(two, 0, 6)!)).toBe("0-6 6-9")
    for (const refused of [0, 9, -1, 12, 2.5]) expect(moveBorder(two, 0, refused)).toBeNull()
    expect(moveBorder(two, 1, 5)).toBeNull()
  })

  it("are added inside a passage, not where one begins", () => {
    expect(draw(splitAt(two, 2)!)).toBe("0-2 2-4 4-9")
    for (const refused of [0, 4, 9, 2.5]) expect(splitAt(two, refused)).toBeNull()
  })

  it("are taken away between two passages, not after the last", () => {
    expect(draw(joinWithNext(two, 0)!)).toBe("0-9")
    expect(joinWithNext(two, 1)).toBeNull()
    expect(joinWithNext(two, -1)).toBeNull()
  })

  it("keep every turn in exactly one passage, whatever is done", () => {
    const act = fc.record({
      what: fc.constantFrom(moveBorder, splitAt, joinWithNext),
      at: fc.nat(5),
      turn: fc.nat(12),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let passages: TurnRange[] = [{ fromTurn: 0, toTurn: 12 }]
        for (const { what, at, turn } of acts) {
          const next = what === splitAt ? splitAt(passages, turn) : what(passages, at, turn)
          passages = next ?? passages
          expect(isWhole(passages, 12)).toBe(true)
        }
      }),
    )
  })
})

function isWhole(passages: readonly TurnRange[], turns: number): boolean {
  const edges = [0, ...passages.map((passage) => passage.toTurn)]
  return (
    edges.at(-1) === turns &&
    passages.every((passage, at) => passage.fromTurn === edges[at] && passage.toTurn > edges[at]!)
  )
}
