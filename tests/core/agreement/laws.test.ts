import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { agreementOf } from "../../../core/agreement/agreement"
import type { CodedDocument } from "../../../core/agreement/documents"
import type { Figure } from "../../../core/agreement/figure"
import type { Agreement } from "../../../core/agreement/result"
import { apart, CODES, documents } from "../../support/agreementDocuments"
import {
  charactersOf,
  sectionsOf,
  slowAlphaOfCode,
  slowFleiss,
  slowKappa,
  slowSetAlpha,
  slowTable,
  slowUnitizing,
} from "../../support/slowAgreement"

const near = (figure: Figure, value: number | null) => {
  if (value === null) expect(figure).toMatchObject({ value: null, reason: expect.any(String) })
  else expect(figure.value).toBeCloseTo(value, 9)
}

const law = (runs: number, holds: (drawn: CodedDocument[]) => void) =>
  fc.assert(fc.property(documents, holds), { numRuns: runs })

/** Every number of an answer, by its path; figures that are undefined by their reason. */
function figuresOf(value: unknown, path = ""): Map<string, number | string> {
  const found = new Map<string, number | string>()
  const walk = (each: unknown, at: string) => {
    if (typeof each === "number" || typeof each === "string") found.set(at, each)
    else if (each !== null && typeof each === "object")
      for (const [name, part] of Object.entries(each)) walk(part, `${at}.${name}`)
  }
  walk(value, path)
  return found
}

const expectSameFigures = (one: unknown, other: unknown) => {
  const [ours, theirs] = [figuresOf(one), figuresOf(other)]
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
  for (const [path, value] of ours) {
    if (typeof value === "number") expect(theirs.get(path), path).toBeCloseTo(value, 9)
    else expect(theirs.get(path), path).toBe(value)
  }
}

const renamed = (name: (code: string) => string) => (drawn: readonly CodedDocument[]) =>
  drawn.map((document) => ({
    ...document,
    coders: document.coders.map(({ id, spans }) => ({
      id,
      spans: spans.map((span) => ({ ...span, code: name(span.code) })),
    })),
  }))

/** What does not depend on which coder stands first. */
const symmetric = ({ codes, overall }: Agreement) => ({
  codes: codes.map(({ code, all }) => ({ code, all: { ...all, lightKappa: null } })),
  overall: { ...overall, pairs: null, exclusive: { ...overall.exclusive, overlaps: null } },
})

describe("any documents", () => {
  it("[A2] are counted by one sweep as they are character by character", () => {
    law(250, (drawn) => {
      const answer = agreementOf(drawn, { codes: CODES })
      const characters = charactersOf(drawn)
      expect(answer.overall.characters).toBe(characters.length)
      for (const { code, all, pairs } of answer.codes) {
        if (characters.length > 0) {
          near(all.krippendorffAlpha, slowAlphaOfCode(characters, code))
          near(all.fleissKappa, slowFleiss(characters, code))
        }
        for (const pair of pairs) {
          const table = slowTable(characters, code, pair.first, pair.second)
          expect(pair.table).toEqual(table)
          if (Object.values(table).some((each) => each > 0)) near(pair.cohenKappa, slowKappa(table))
        }
      }
      if (characters.length > 0) {
        near(answer.overall.setAlphaDice, slowSetAlpha(characters, "dice"))
        near(answer.overall.setAlphaJaccard, slowSetAlpha(characters, "jaccard"))
      }
    })
  })

  it("[A2] in sets too large to go through all that lies within them, as well", () => {
    const many = Array.from({ length: 12 }, (_, at) => `code ${String(at).padStart(2, "0")}`)
    const spans = fc.array(
      fc.record({ start: fc.nat(10), size: fc.integer({ min: 4, max: 12 }), code: fc.constantFrom(...many) }),
      { minLength: 12, maxLength: 20 },
    )
    let large = 0
    fc.assert(
      fc.property(fc.tuple(spans, spans, spans), (drawn) => {
        const coders = drawn.map((own, at) => ({
          id: `${at}`,
          spans: own.map(({ start, size, code }) => ({ start, end: start + size, code })),
        }))
        const document = { id: "d", length: 22, coders }
        const characters = charactersOf([document])
        if (characters.some(({ sets }) => [...sets.values()].some((set) => set.size > 7))) large++
        near(agreementOf([document]).overall.setAlphaJaccard, slowSetAlpha(characters, "jaccard"))
        near(agreementOf([document]).overall.setAlphaDice, slowSetAlpha(characters, "dice"))
      }),
      { numRuns: 50 },
    )
    expect(large).toBeGreaterThan(5)
  })

  it("[A3] in units: a code is applied where one character of the unit has it", () => {
    law(150, (drawn) => {
      const answer = agreementOf(drawn, { codes: CODES, unit: "turn" })
      const units = drawn
        .filter(({ coders }) => coders.length >= 2)
        .flatMap((document) =>
          document.units!.turn!.flatMap((turn) => {
            const inside = charactersOf([{ ...document, codable: within(document, turn) }])
            if (inside.length === 0) return []
            const sets = new Map(
              document.coders.map(({ id }) => [
                id,
                new Set(inside.flatMap(({ sets }) => [...sets.get(id)!])),
              ]),
            )
            return [{ document: document.id, sets }]
          }),
        )
      expect(answer.overall.units).toBe(units.length)
      for (const { code, pairs, all } of answer.codes) {
        if (units.length > 0) near(all.krippendorffAlpha, slowAlphaOfCode(units, code))
        for (const pair of pairs) expect(pair.table).toEqual(slowTable(units, code, pair.first, pair.second))
      }
      if (units.length > 0) near(answer.overall.setAlphaDice, slowSetAlpha(units, "dice"))
    })
  })

  it("[A5] give the 2016 family from every two sections that meet", () => {
    let defined = 0
    fc.assert(
      fc.property(fc.array(apart, { minLength: 2, maxLength: 3 }), fc.nat(6), (drawn, tail) => {
        const length = Math.max(1, ...drawn.flat().map(({ end }) => end)) + tail
        const coders = drawn.map((spans, at) => ({ id: `${at}`, spans }))
        const { overall, codes } = agreementOf([{ id: "d", length, coders }])
        const slow = slowUnitizing(
          drawn.map((spans) => sectionsOf(length, spans)),
          length,
        )
        expect(overall.exclusive.overlapCount).toBe(0)
        near(overall.exclusive.uAlpha, slow.u)
        near(overall.anyCode.uAlphaBinary, slow.binary)
        near(overall.exclusive.cuAlpha, slow.cu)
        near(overall.exclusive.cuAlpha.coverage, slow.coverage)
        for (const { code, all } of codes) {
          near(all.kuAlpha, slow.ku.get(code)!)
          const own = drawn.map((spans) =>
            sectionsOf(
              length,
              spans.filter((span) => span.code === code),
            ),
          )
          near(all.uAlpha, slowUnitizing(own, length).u)
        }
        if (slow.cu !== null) defined++
      }),
      { numRuns: 250 },
    )
    expect(defined).toBeGreaterThan(50)
  })

  it("[A6] say the same whatever codes are called, and whoever comes first", () => {
    law(100, (drawn) => {
      const other = renamed((code) => `the ${code}`)(drawn)
      const back = renamed((code) => code.replace(/^the /, ""))
      expect(back(other)).toEqual(drawn)
      const answer = agreementOf(other)
      const names = JSON.stringify(answer).replaceAll('"the ', '"')
      expectSameFigures(JSON.parse(names), agreementOf(drawn))
      const turned = drawn.map((document) => ({ ...document, coders: [...document.coders].reverse() }))
      expectSameFigures(symmetric(agreementOf(turned)), symmetric(agreementOf(drawn)))
    })
  })

  it("[A6] count a text the same in two halves, where nothing is cut, and two texts as one after the other", () => {
    law(100, (drawn) => {
      const whole = agreementOf(drawn, { codes: CODES })
      const halves = drawn.flatMap((document) => {
        const middle = Math.floor(document.length / 2)
        return [half(document, 0, middle, "a"), half(document, middle, document.length, "b")]
      })
      const cut = agreementOf(halves, { codes: CODES })
      expectSameFigures(perCharacter(cut), perCharacter(whole))
    })
  })

  it("[A6] do not notice a span that is said twice, or in two that overlap or touch (but for u-alpha)", () => {
    law(100, (drawn) => {
      const doubled = drawn.map((document) => ({
        ...document,
        coders: document.coders.map(({ id, spans }) => ({
          id,
          spans: spans.flatMap((span) => {
            const middle = Math.floor((span.start + span.end) / 2)
            return [
              { ...span, end: middle },
              { ...span, start: middle },
              { ...span, start: Math.max(span.start, middle - 1) },
              ...(span.end - span.start > 2 ? [span] : []),
            ]
          }),
        })),
      }))
      expectSameFigures(
        perCharacter(agreementOf(doubled, { codes: CODES })),
        perCharacter(agreementOf(drawn, { codes: CODES })),
      )
    })
  })

  it("[A6] give the same κ when every length is four times as long, and when a code nobody used is added", () => {
    law(100, (drawn) => {
      const longer = drawn.map((document) => ({
        ...document,
        length: document.length * 4,
        ...(document.codable ? { codable: document.codable.map(times4) } : {}),
        units: {},
        coders: document.coders.map(({ id, spans }) => ({ id, spans: spans.map(times4) })),
      }))
      const kappas = (of: Agreement) => of.codes.map(({ pairs }) => pairs.map(({ cohenKappa }) => cohenKappa))
      const plain = agreementOf(drawn, { codes: CODES })
      expectSameFigures(kappas(agreementOf(longer, { codes: CODES })), kappas(plain))
      const more = agreementOf(drawn, { codes: [...CODES, "nobody's"] })
      expectSameFigures(kappas(more).slice(0, CODES.length), kappas(plain))
      expectSameFigures(
        more.overall.pairs.map(({ pooledKappa }) => pooledKappa),
        plain.overall.pairs.map(({ pooledKappa }) => pooledKappa),
      )
    })
  })

  it("[A7] answer in plain JSON, without NaN, with a reason for each figure that is undefined", () => {
    law(40, (drawn) => {
      for (const unit of ["character", "turn", "document"] as const) {
        const answer = agreementOf(drawn, { unit, draws: 20 })
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
        const walk = (each: unknown, path: string) => {
          if (typeof each === "number") expect(Number.isFinite(each), path).toBe(true)
          if (each === null || typeof each !== "object") return
          if ("value" in each && each.value === null) expect(each, path).toHaveProperty("reason")
          for (const [name, part] of Object.entries(each)) walk(part, `${path}.${name}`)
        }
        walk(answer, "")
      }
    })
  })

  it("are worth comparing: figures are defined and undefined, coders missing, text masked", () => {
    let [defined, undefinedOnes, missing, masked] = [0, 0, 0, 0]
    law(100, (drawn) => {
      for (const { pairs } of agreementOf(drawn, { codes: CODES }).codes)
        for (const { cohenKappa } of pairs) cohenKappa.value === null ? undefinedOnes++ : defined++
      missing += drawn.filter(({ coders }) => coders.length === 2).length
      masked += drawn.filter(({ codable }) => codable !== undefined).length
    })
    for (const each of [defined, undefinedOnes, missing, masked]) expect(each).toBeGreaterThan(20)
  })
})

const times4 = <Of extends { start: number; end: number }>(stretch: Of): Of => ({
  ...stretch,
  start: stretch.start * 4,
  end: stretch.end * 4,
})

const within = ({ codable, length }: CodedDocument, turn: { start: number; end: number }) =>
  (codable ?? [{ start: 0, end: length }])
    .map(({ start, end }) => ({ start: Math.max(start, turn.start), end: Math.min(end, turn.end) }))
    .filter(({ start, end }) => end > start)

function half(document: CodedDocument, from: number, to: number, name: string): CodedDocument {
  const clip = <Of extends { start: number; end: number }>(stretch: Of): Of => ({
    ...stretch,
    start: Math.max(0, Math.min(to, stretch.start) - from),
    end: Math.max(0, Math.min(to, stretch.end) - from),
  })
  return {
    id: `${document.id}${name}`,
    length: to - from,
    ...(document.codable ? { codable: document.codable.map(clip) } : {}),
    coders: document.coders.map(({ id, spans }) => ({ id, spans: spans.map(clip) })),
  }
}

/** What is counted by character alone: neither whole segments, nor lengths of units, nor what is told by document. */
const perCharacter = ({ codes, overall }: Agreement) => ({
  codes: codes.map(({ code, all, pairs }) => ({
    code,
    all: { ...all, uAlpha: null, kuAlpha: null, lightKappa: null },
    pairs: pairs.map(({ segments, macro, ...rest }) => rest),
  })),
  overall: {
    dice: overall.setAlphaDice,
    jaccard: overall.setAlphaJaccard,
    pooled: overall.pooledAlpha,
    pairs: overall.pairs.map(({ pooledKappa, meanKappa, holsti }) => ({ pooledKappa, meanKappa, holsti })),
  },
})
