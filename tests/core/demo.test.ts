import { describe, expect, it } from "vitest"
import { compare, unitsOf } from "../../core/disagreement"
import type { Group, HandedCoding } from "../../core/reading"
import { placeTurns, textOf, wordSpan, wordsOf } from "../../core/text"
import { codes, suggestedCodes } from "../../db/seed/demo/codes"
import { codings, type DemoCoding, progress } from "../../db/seed/demo/coding"
import { laterReadings, steps } from "../../db/seed/demo/decisions"
import { group } from "../../db/seed/demo/field/group"
import { groupNotes } from "../../db/seed/demo/field/groupNotes"
import { guideVersions } from "../../db/seed/demo/field/guide"
import { interviewNotes } from "../../db/seed/demo/field/interviewNotes"
import { demoComments } from "../../db/seed/demo/field/memberCheck"
import { interview, passages } from "../../db/seed/demo/interview"
import { spanOf } from "../../db/seed/demo/place"

const turns = placeTurns(interview.turns.map((turn) => ({ ...turn, speaker: turn.speaker })))
const text = textOf(interview.turns)
const words = (from: number, to: number) => wordsOf(textOf(interview.turns.slice(from, to))).length
const revealed = Math.min(progress.a.completed, progress.b.completed)

describe("the demo's interview", () => {
  it("is long enough to be believed, and its passages hold every turn once, in order", () => {
    expect(interview.turns.length).toBeGreaterThanOrEqual(64)
    expect(words(0, interview.turns.length)).toBeGreaterThan(2_600)
    expect(passages.map((passage) => passage.fromTurn)).toEqual([
      0,
      ...passages.slice(0, -1).map((passage) => passage.toTurn),
    ])
    expect(passages.at(-1)?.toTurn).toBe(interview.turns.length)
    for (const { fromTurn, toTurn } of passages) {
      expect(words(fromTurn, toTurn)).toBeGreaterThan(270)
      expect(words(fromTurn, toTurn)).toBeLessThan(450)
    }
  })

  it("is half compared", () => {
    const share = words(0, passages[revealed - 1]!.toTurn) / words(0, interview.turns.length)
    expect(share).toBeGreaterThan(0.45)
    expect(share).toBeLessThan(0.6)
  })

  it("has a place in the recording for each turn, one after the other", () => {
    let last = 0
    for (const { startMs, endMs } of interview.turns) {
      expect(startMs - last).toBeGreaterThanOrEqual(300)
      expect(endMs).toBeGreaterThan(startMs)
      last = endMs
    }
  })

  it("is set as French is: no plain space before a tall mark, none inside guillemets, no straight apostrophe", () => {
    const plain = /[ ][:;?!»]|«[ ]|'|\.\.\.|[^\s\u00a0][?!;]/u
    expect("Ah ! l'autre").toMatch(plain)
    const field = [group, groupNotes, interviewNotes, guideVersions, demoComments]
    const said = [
      text,
      ...codes.map((code) => `${code.definition} ${code.doNotUseWhen ?? ""}`),
      ...field.flatMap(stringsIn),
    ]
    for (const line of [...said, ...steps.map((step) => ("reason" in step ? step.reason : ""))]) {
      expect(line).not.toMatch(plain)
    }
  })
})

describe("the demo's codings", () => {
  it.each([...codings, ...laterReadings])("$key quotes words said once in turn $turn", (coding) => {
    const { from, to } = spanOf(turns, coding)
    expect(text.slice(from, to).startsWith(coding.quote)).toBe(true)
    expect(passageOf(coding)).toBe(passages.findIndex((passage) => (end(coding) ?? 0) < passage.toTurn))
  })

  it("refuses words that are missing or said twice", () => {
    expect(() => spanOf(turns, { turn: 1, quote: "jamais dit" })).toThrow("does not say")
    expect(() => spanOf(turns, { turn: 1, quote: "on" })).toThrow("says twice")
  })

  it("have their own keys, and codes that may be applied by their coder", () => {
    const keys = [...codings, ...laterReadings].map((coding) => coding.key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { by, code } of [...codings, ...laterReadings]) {
      const known = codes.some((other) => other.key === code && other.codable)
      expect(known || suggestedCodes.some((other) => other.key === code && other.by === by)).toBe(true)
    }
  })

  it("lie where their coder has been", () => {
    for (const coding of codings) {
      expect(passageOf(coding)).toBeLessThanOrEqual(progress[coding.by].begun)
    }
  })

  it("[D5, D8, D10] differ in every way two coders can differ", () => {
    expect(groups("code")).toEqual([
      "a2 b3",
      "a14 b13",
      "a15 b14",
      "a17 b17",
      "a19 b18",
      "a24 b24",
      "a28 b28",
    ])
    expect(groups("boundary")).toEqual(["a6 b6", "a12 b11", "a29 b29"])
    expect(groups("omission")).toEqual(["b2", "a4", "a8", "b15", "a18", "b22", "a25", "b26"])
  })

  it("[D3, D9] agree more often than they differ in any one way, also with other extents or inside a wider coding", () => {
    expect(groups("agreed")).toHaveLength(18)
    expect(groups("agreed")).toContain("a3 b4")
    expect(coding("a3").quote).not.toBe(coding("b4").quote)
    expect(groups("agreed")).toContain("a30 b30")
    expect(coding("a29").quote).toContain(coding("a30").quote)
  })

  it("[D15] read one passage at two levels of the tree", () => {
    const narrow = codes.find(({ key }) => key === coding("a19").code)
    expect(narrow?.parent).toBe(coding("b18").code)
  })
})

describe("the demo's decisions", () => {
  it("are about disagreements that exist", () => {
    const flags = [...groups("code"), ...groups("omission")]
    for (const { about } of steps) expect(flags).toContain(about.join(" "))
  })

  it("are about revealed text, also when read later", () => {
    for (const reading of laterReadings) expect(passageOf(reading)).toBeLessThan(revealed)
  })
})

describe("the demo's codes", () => {
  it("stand after their parents, three levels deep at most", () => {
    const depth = new Map<string | null, number>([[null, 0]])
    for (const { key, parent } of codes) {
      const above = depth.get(parent)
      expect(above).toBeDefined()
      depth.set(key, above! + 1)
    }
    expect(Math.max(...depth.values())).toBe(3)
  })
})

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value]
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : []
}

/** The keys of each group of this kind in the revealed passages, as the engine finds them. */
function groups(kind: Group["kind"]): string[] {
  return passages.slice(0, revealed).flatMap((_, index) => {
    const [a, b] = (["a", "b"] as const).map((side) => {
      const handed = codings.filter((coding) => coding.by === side && passageOf(coding) === index)
      return unitsOf({ coder: side, side, codings: handed.map(handIn) }, `p${index}`)
    })
    const found = compare(`p${index}`, 1, a!, b!, { tolerance: 0.5, canonical: (code) => code })
    return found
      .filter((group) => group.kind === kind)
      .map(({ units }) => units.map((unit) => unit.split("/")[1]).join(" "))
  })
}

function handIn(coding: DemoCoding): HandedCoding {
  const passage = passages[passageOf(coding)]!
  const from = turns[passage.fromTurn]!.from
  const span = spanOf(turns, coding)
  const local = { from: span.from - from, to: span.to - from }
  const inPassage = wordsOf(textOf(interview.turns.slice(passage.fromTurn, passage.toTurn)))
  const { key: id, code, quote } = coding
  return { id, code, words: wordSpan(inPassage, local)!, text: span, quote, memo: null }
}

function coding(key: string): DemoCoding {
  return codings.find((known) => known.key === key)!
}

function passageOf({ turn }: Pick<DemoCoding, "turn">): number {
  return passages.findIndex((passage) => turn < passage.toTurn)
}

function end(coding: Pick<DemoCoding, "turn" | "until">): number | undefined {
  return (coding.until ?? coding).turn
}
