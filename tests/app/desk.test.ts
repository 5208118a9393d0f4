import { describe, expect, it } from "vitest"
import { positionText } from "../../app/_sound/positionText"
import { codeList } from "../../app/projects/[project]/sources/[source]/code/codeList"
import { discussionsOf, openFlags } from "../../app/projects/[project]/sources/[source]/code/discussions"
import { createMarks, markAt } from "../../app/projects/[project]/sources/[source]/code/marks"
import {
  inVivoName,
  matchCodes,
  sameName,
} from "../../app/projects/[project]/sources/[source]/code/matchCodes"
import { passageStates } from "../../app/projects/[project]/sources/[source]/code/passageStates"
import { planCoding } from "../../app/projects/[project]/sources/[source]/code/planCoding"
import { dragEdge, stepEdge } from "../../app/projects/[project]/sources/[source]/code/resizing"
import { keyName } from "../../app/projects/[project]/sources/[source]/code/useKeys"
import type { Code } from "../../core/reading"
import { wordsOf } from "../../core/text"
import type { FlagView, ReviewMeta, ReviewView } from "../../core/view"

const span = (from: number, to: number) => ({ from, to })
const p = (id: string, from: number, to: number, index = 0) => ({ id, index, from, to, startMs: null })
const code = (id: string, fields: Partial<Code> = {}): Code => ({
  id,
  name: id,
  parent: null,
  codable: true,
  definition: "",
  useWhen: "",
  doNotUseWhen: "",
  example: "",
  colour: null,
  order: 0,
  origin: { member: null, source: null },
  removed: false,
  ...fields,
})
const itself = (id: string) => id
const own = (id: string, parent: string | null = null) => ({ id, name: id, definition: null, parent })

describe("the state of a passage on one's own screen", () => {
  const passages = [{ id: "p" }, { id: "q" }]
  const post = { method: "POST", body: { passage: "p" } } as const
  const take = { method: "DELETE", body: { passage: "p" } } as const
  const never = () => false
  it("is what the server said while nothing waits", () => {
    const states = passageStates(passages, { p: { revision: 3, state: "handed-in" } }, [], never)
    expect(states.get("p")).toEqual({ state: "handed-in", waiting: false, revision: 3 })
    expect(states.get("q")).toEqual({ state: "open", waiting: false, revision: 0 })
  })
  it("is overlaid with what waits, and counts it for what comes next", () => {
    const states = passageStates(passages, { p: { revision: 1, state: "open" } }, [post, take, post], never)
    expect(states.get("p")).toEqual({ state: "handed-in", waiting: true, revision: 4 })
    expect(states.get("q")?.waiting).toBe(false)
  })
  it("stays revealed, whatever waits", () => {
    const own = { p: { revision: 1, state: "handed-in" as const } }
    expect(passageStates(passages, own, [take], () => true).get("p")?.state).toBe("revealed")
    expect(passageStates(passages, own, [take], never).get("p")?.state).toBe("open")
  })
})

describe("what coding some words comes to", () => {
  const passages = [p("revealed", 0, 9), p("open", 10, 19, 1), p("handed", 20, 29, 2)]
  const stateOf = (id: string) => (id === "handed" ? "handed-in" : (id as "open" | "revealed"))
  const plan = (from: number, to: number) => planCoding(span(from, to), passages, stateOf)
  it("is a coding of one's own in an open passage", () => {
    expect(plan(11, 15)).toEqual({ kind: "own", span: span(11, 15), cut: false })
  })
  it("is a later reading in a revealed one", () => {
    expect(plan(1, 5)).toEqual({ kind: "later", span: span(1, 5) })
  })
  it("asks to take back first where a passage is handed in", () => {
    expect(plan(15, 25)).toEqual({ kind: "take-back", passages: ["handed"] })
  })
  it("leaves revealed words out of a coding of one's own", () => {
    expect(plan(5, 15)).toEqual({ kind: "own", span: span(10, 15), cut: true })
  })
})

describe("the list of codes", () => {
  const codes = [
    code("theme", { codable: false }),
    code("fear", { parent: "theme" }),
    code("night", { parent: "fear" }),
    code("humour"),
  ]
  const list = codeList(codes, itself, [own("mine"), own("filed", "theme"), own("humour")])
  it("puts categories first, codes at the root after them, one's own among them", () => {
    expect(list.sorted.map(({ id, depth }) => [id, depth])).toEqual([
      ["theme", 0],
      ["fear", 1],
      ["night", 2],
      ["filed", 1],
    ])
    expect(list.unsorted.map(({ id, own }) => [id, own])).toEqual([
      ["humour", false],
      ["mine", true],
    ])
  })
  it("numbers what can be applied, and no category", () => {
    expect(list.applicable.map(({ id, digit }) => [id, digit])).toEqual([
      ["fear", 1],
      ["night", 2],
      ["filed", 3],
      ["humour", 4],
      ["mine", 5],
    ])
    expect(list.sorted[0]!.digit).toBeNull()
  })
  it("gives digits to nine", () => {
    const many = codeList(
      Array.from({ length: 12 }, (_, at) => code(`c${at}`, { order: at })),
      itself,
      [],
    )
    expect(many.applicable.map(({ digit }) => digit)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null, null])
  })
})

describe("typing a code", () => {
  const list = codeList(
    ["Peur du médecin", "ne plus dormir", "Éviter", "sommeil"].map((id) => code(id)),
    itself,
    [],
  )
  const found = (typed: string) => matchCodes(list.applicable, typed).map(({ code }) => code.name)
  it("finds it without case and accents", () => {
    expect(found("evi")).toEqual(["Éviter"])
    expect(found("MEDE")).toEqual(["Peur du médecin"])
  })
  it("prefers names that begin with it, then words that do", () => {
    const codes = codeList(
      ["redormir", "ne dors pas", "dors"].map((id) => code(id)),
      itself,
      [],
    )
    expect(matchCodes(codes.applicable, "dor").map(({ code }) => code.name)).toEqual([
      "dors",
      "ne dors pas",
      "redormir",
    ])
  })
  it("says where in the name it stands", () => {
    expect(matchCodes(list.applicable, "méd")[0]!.at).toEqual(span(8, 11))
  })
  it("shows all while nothing is typed", () => {
    expect(found(" ")).toHaveLength(4)
  })
  it("knows a name that is taken", () => {
    expect(sameName("Éviter ", "eviter")).toBe(true)
    expect(sameName("éviter", "évitement")).toBe(false)
  })
  it("names a code by the words themselves", () => {
    expect(inVivoName("« personne ne me\n le reprochera. »")).toBe("personne ne me le reprochera")
    expect(inVivoName("mot ".repeat(60)).length).toBeLessThanOrEqual(120)
    expect(inVivoName("(…)")).toBe("")
  })
})

describe("moving the edges of a coding", () => {
  const words = wordsOf("un deux, trois quatre")
  it("goes word by word", () => {
    expect(stepEdge(words, span(3, 8), "end", 1)).toEqual(span(3, 14))
    expect(stepEdge(words, span(3, 14), "start", 1)).toEqual(span(9, 14))
  })
  it("never empties it, never leaves the text", () => {
    expect(stepEdge(words, span(3, 8), "end", -1)).toEqual(span(3, 8))
    expect(stepEdge(words, span(0, 2), "start", -1)).toEqual(span(0, 2))
  })
  it("[C3] takes the whole word under the hand", () => {
    expect(dragEdge(words, span(3, 8), "end", 10)).toEqual(span(3, 14))
    expect(dragEdge(words, span(3, 14), "start", 99)).toEqual(span(9, 14))
  })
})

const nothing: ReviewView = {
  meta: {},
  people: {},
  progress: {},
  passages: {},
  codings: {},
  agreements: {},
  flags: {},
  laterReadings: {},
  suggested: {},
  declarations: {},
}
const placed = (id: string, from: number, to: number) => ({
  id,
  code: "c",
  anchor: { start: null, end: null, quote: "", prefix: "", suffix: "" },
  createdAt: "",
  memo: null,
  shareMemo: false,
  from,
  to,
})
const flag = (id: string, fields: Partial<FlagView> = {}) =>
  ({
    id,
    passage: "p",
    kind: "code",
    level: false,
    codes: ["x", "y"],
    text: span(0, 1),
    standing: { is: "open", listenedBy: [], listenedTogether: false },
    ...fields,
  }) as FlagView

describe("what stands in the margins", () => {
  const passages = [p("p", 0, 9), p("q", 10, 19, 1)]
  const revealedUnit = {
    unit: "b/k1/p",
    id: "k1",
    passage: "p",
    coder: "ben",
    side: "b" as const,
    code: "c",
    text: span(2, 5),
    words: span(0, 1),
    quote: "",
    memo: null,
    group: "g",
  }
  const marks = (view: ReviewView, codings = [placed("mine", 5, 15)], revealed = ["p"]) =>
    createMarks({
      view,
      passages,
      stateOf: (id) => (revealed.includes(id) ? "revealed" : "open"),
      me: "ana",
      side: "a",
    })(codings)
  it("[B1] holds nothing of the other where nothing is revealed", () => {
    expect(marks(nothing, undefined, []).every((mark) => mark.mine)).toBe(true)
    const revealed = { ...nothing, codings: { [revealedUnit.unit]: revealedUnit } }
    expect(marks(revealed).some((mark) => !mark.mine)).toBe(true)
  })
  it("of a coding that reaches into a revealed passage keeps the rest as one's own", () => {
    expect(marks(nothing).map(({ what, from, to }) => [what, from, to])).toEqual([["own", 10, 15]])
  })
  it("[C5] marks as late what came into a passage after it was revealed", () => {
    expect(marks(nothing, [placed("late", 1, 4)]).map(({ what }) => what)).toEqual(["late"])
  })
  it("shows a coding that was compared once, as it was compared", () => {
    const mine = {
      ...revealedUnit,
      unit: "ana/mine/p",
      id: "mine",
      coder: "ana",
      side: "a" as const,
      text: span(1, 4),
    }
    const view = { ...nothing, codings: { [mine.unit]: mine }, flags: { g: flag("g", { level: true }) } }
    const shown = marks(view, [placed("mine", 1, 4)])
    expect(shown.map(({ key, what, kind, flag }) => [key, what, kind, flag])).toEqual([
      ["ana/mine/p", "revealed", "ancestor", "g"],
    ])
  })
  it("are chosen from the innermost outwards, and round again", () => {
    const view = { ...nothing, codings: { [revealedUnit.unit]: revealedUnit } }
    const over = marks(view, [placed("wide", 0, 19)], [])
    expect(markAt(over, 3, null)?.key).toBe("b/k1/p")
    expect(markAt(over, 3, "b/k1/p")?.key).toBe("wide")
    expect(markAt(over, 3, "wide")?.key).toBe("b/k1/p")
    expect(markAt(over, 30, null)).toBeNull()
  })
})

describe("what is to be discussed", () => {
  const flags = [
    flag("omission", { kind: "omission", codes: ["x"] }),
    flag("late", { text: span(9, 10) }),
    flag("early", { text: span(1, 2), codes: ["y", "x"] }),
    flag("cut", { kind: "boundary", codes: ["x"] }),
    flag("done", { standing: { is: "settled", by: "merge", merge: null } }),
  ]
  it("leaves out what is settled, and different cuttings unless the project counts them", () => {
    const ids = (discussBoundaries: boolean) =>
      openFlags(flags, { discussBoundaries } as ReviewMeta).map(({ id }) => id)
    expect(ids(false)).toEqual(["omission", "late", "early"])
    expect(ids(true)).toContain("cut")
  })
  it("[R13] groups flags of one kind between the same codes, different readings first", () => {
    const discussions = discussionsOf(openFlags(flags, null))
    expect(discussions.map(({ flags }) => flags.map(({ id }) => id))).toEqual([
      ["early", "late"],
      ["omission"],
    ])
  })
})

describe("keys", () => {
  const press = (key: string, fields: Partial<KeyboardEvent> = {}) =>
    keyName({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...fields })
  it("are named alike on every keyboard", () => {
    expect(press("C", { shiftKey: true })).toBe("c")
    expect(press("z", { metaKey: true })).toBe("mod+z")
    expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("mod+shift+z")
    expect(press("ArrowLeft", { altKey: true, shiftKey: true })).toBe("alt+shift+arrowleft")
    expect(press("Enter", { shiftKey: true })).toBe("shift+enter")
  })
  it("are digits where the digits lie, with or without Shift", () => {
    expect(press("é", { code: "Digit2" })).toBe("2")
    expect(press("2", { code: "Digit2", shiftKey: true })).toBe("2")
    expect(press("/", { code: "Digit7", shiftKey: true })).toBe("/")
  })
})

describe("a place in a recording", () => {
  it("is written in minutes and seconds, in hours only when there are", () => {
    expect([0, 59_999, 751_000, 3_725_000, -5].map(positionText)).toEqual([
      "00:00",
      "00:59",
      "12:31",
      "1:02:05",
      "00:00",
    ])
  })
})
