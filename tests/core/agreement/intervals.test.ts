import { describe, expect, it } from "vitest"
import { agreementOf } from "../../../core/agreement/agreement"
import type { CodedDocument } from "../../../core/agreement/documents"
import { percentileInterval } from "../../../core/agreement/interval"
import type { AgreementParameters } from "../../../core/agreement/parameters"
import { createRandom } from "../../../core/agreement/random"
import { drawClusters } from "../../../core/agreement/resampling"
import type { Agreement, PlainEstimate } from "../../../core/agreement/result"
import { createChance } from "../../support/chance"

const chance = createChance(11)
const CODES = ["anger", "care", "fear"]

/** Twelve interviews that two or three code much alike, without overlaps. */
const interviews: CodedDocument[] = Array.from({ length: 12 }, (_, at) => {
  const length = 200 + chance.number(300)
  const found = Array.from({ length: 8 }, (_, place) => ({
    start: place * 25 + chance.number(8),
    size: 3 + chance.number(12),
    code: chance.one(CODES)!,
  }))
  const coders = ["ana", "ben", ...(at % 3 === 0 ? [] : ["cy"])].map((id) => ({
    id,
    spans: found
      .filter(() => chance.happens(80))
      .map(({ start, size, code }) => ({
        start: start + chance.number(3),
        end: start + size + chance.number(3),
        code: chance.happens(85) ? code : chance.one(CODES)!,
      })),
  }))
  const turns = Array.from({ length: Math.ceil(length / 25) }, (_, turn) => ({
    start: turn * 25,
    end: Math.min(length, turn * 25 + 25),
  }))
  return { id: `d${at}`, length, units: { turn: turns }, coders }
})

const DRAWS = 60

/** Every figure with an interval, of documents that stand there as often as they were drawn. */
const estimates = ({ codes, overall }: Agreement): Record<string, PlainEstimate> => ({
  ...Object.fromEntries(
    codes.flatMap(({ code, all, pairs }) => [
      [`${code} alpha`, all.krippendorffAlpha],
      [`${code} u-alpha`, all.uAlpha],
      ...pairs.flatMap(({ first, second, cohenKappa, dice }) => [
        [`${code} ${first} ${second} kappa`, cohenKappa],
        [`${code} ${first} ${second} dice`, dice],
      ]),
    ]),
  ),
  ...Object.fromEntries(
    overall.pairs.map(({ first, second, pooledKappa }) => [`${first} ${second} pooled`, pooledKappa]),
  ),
  set: overall.setAlphaDice,
  pooled: overall.pooledAlpha,
  binary: overall.anyCode.uAlphaBinary,
  u: overall.exclusive.uAlpha,
  cu: overall.exclusive.cuAlpha,
})

function drawnAgain(documents: readonly CodedDocument[], asked: Partial<AgreementParameters>) {
  const { clusters, times } = drawClusters(documents.length, DRAWS, 5)
  return Array.from({ length: DRAWS }, (_, draw) => {
    const again = documents.flatMap((document, at) =>
      Array.from({ length: times[draw * clusters + at]! }, (_, copy) => ({
        ...document,
        id: `${document.id} ${copy}`,
      })),
    )
    return estimates(agreementOf(again, asked))
  })
}

describe("[A8] intervals", () => {
  for (const unit of ["character", "turn"] as const)
    it(`are what computing everything again for each draw gives, by ${unit}`, () => {
      const asked = { codes: CODES, unit }
      const answer = agreementOf(interviews, { ...asked, draws: DRAWS, seed: 5 })
      expect(answer.resampling).toMatchObject({ by: "document", clusters: 12, draws: DRAWS, seed: 5 })
      const again = drawnAgain(interviews, asked)
      const names = Object.keys(estimates(answer))
      expect(names.length).toBeGreaterThan(25)
      for (const [name, { value, interval }] of Object.entries(estimates(answer))) {
        const values = again.flatMap((each) => each[name]?.value ?? [])
        const expected = percentileInterval(Float64Array.from(values), DRAWS, 0.95)
        expect(value, name).not.toBeNull()
        expect(interval.undefinedDraws, name).toBe(expected.undefinedDraws)
        expect(interval.low, name).toBeCloseTo(expected.low!, 9)
        expect(interval.high, name).toBeCloseTo(expected.high!, 9)
      }
    })

  it("by turns, where documents are few: texts are cut, figures are not", () => {
    const few = interviews.slice(0, 2)
    const answer = agreementOf(few, { draws: DRAWS, seed: 5 })
    expect(answer.resampling).toMatchObject({
      by: "turn",
      clusters: few.flatMap(({ units }) => units!.turn!).length,
    })
    expect(estimates(answer).u!.value).toBe(estimates(agreementOf(few)).u!.value)
    const pieces = few.flatMap((document) => document.units!.turn!.map((turn, at) => cut(document, turn, at)))
    const again = drawnAgain(pieces, { codes: CODES })
    const { interval } = answer.overall.setAlphaDice
    const values = Float64Array.from(again, ({ set }) => set!.value!)
    expect(interval.low).toBeCloseTo(percentileInterval(values, DRAWS, 0.95).low!, 9)
  })

  it("come out the same again, and otherwise with another seed", () => {
    const [one, same, other] = [3, 3, 4].map((seed) => agreementOf(interviews, { draws: 50, seed }).overall)
    expect(same).toEqual(one)
    expect(other!.setAlphaDice.interval).not.toEqual(one!.setAlphaDice.interval)
  })

  it("are not given where there is one cluster, none was asked for, or too many draws have no figure", () => {
    const alone = [{ ...interviews[0]!, units: {} }]
    expect(agreementOf(alone, { draws: 50 }).overall.setAlphaDice.interval).toMatchObject({
      low: null,
      reason: "one cluster",
    })
    expect(agreementOf(alone).overall.setAlphaDice.interval).toMatchObject({ low: null, reason: "not asked" })
    const rare = interviews.map((document, at) => ({
      ...document,
      coders: document.coders.map(({ id, spans }) => ({
        id,
        spans: at === 0 ? [...spans, { start: 3, end: 9, code: "rare" }] : spans,
      })),
    }))
    const { krippendorffAlpha } = agreementOf(rare, { draws: 2000 }).codes.find(
      ({ code }) => code === "rare",
    )!.all
    expect(krippendorffAlpha.value).toBe(1)
    expect(krippendorffAlpha.interval).toMatchObject({ low: null, reason: "undefined draws" })
    // (1 − 1/12)¹² of the draws lack the one document.
    expect(krippendorffAlpha.interval.undefinedDraws / 2000).toBeCloseTo((11 / 12) ** 12, 1)
  })

  it("are drawn evenly", () => {
    const random = createRandom(1)
    const counts = new Array(10).fill(0)
    for (let draw = 0; draw < 20_000; draw++) counts[random(10)]++
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200)
    const firsts = Array.from({ length: 200 }, (_, seed) => createRandom(seed)(1000))
    expect(new Set(firsts).size).toBeGreaterThan(150)
  })
})

function cut(document: CodedDocument, turn: { start: number; end: number }, at: number): CodedDocument {
  const place = (offset: number) => Math.max(0, Math.min(turn.end, offset) - turn.start)
  return {
    id: `${document.id}/${at}`,
    length: turn.end - turn.start,
    coders: document.coders.map(({ id, spans }) => ({
      id,
      spans: spans.map((span) => ({ ...span, start: place(span.start), end: place(span.end) })),
    })),
  }
}
